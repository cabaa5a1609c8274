import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** True where a shell with curl is at hand. */
export const hasCurl = spawnSync('sh', ['-c', 'command -v curl']).status === 0;

/** What a command prints, run by the shell with these variables. */
export async function printed(command: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await run('sh', ['-c', command], { env: { ...process.env, ...variables }, timeout: 60_000 });
  return stdout;
}
