// Puts the broker's jars into target/dependency, from where Maven gets its packages on this machine. Prints why it cannot.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = `${here}target/dependency`;
const DOWNLOAD_MS = 240_000;

function missing() {
  for (const program of ['java', 'mvn']) {
    if (spawnSync(program, ['-version']).status !== 0) return `${program} is not installed`;
  }
  if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('kafka_'))) return undefined;
  const asked = ['-B', '-q', 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const { status } = spawnSync('mvn', asked, { cwd: here, timeout: DOWNLOAD_MS });
  if (status === 0) return undefined;
  // Half a broker is none.
  rmSync(folder, { recursive: true, force: true });
  return 'its jars could not be had by mvn dependency:copy-dependencies';
}

const reason = missing();
if (reason !== undefined) {
  console.log(reason);
  process.exitCode = 1;
}
