import { build as bundle } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Builds a warehouse in a process of its own, told by JSON lines: each progress, then the outcome. */
const PROGRAM = `
import { build, openWarehouse } from './warehouse.mjs';
const [, , action, data, out, options] = process.argv;
const say = (line) => process.stdout.write(JSON.stringify(line) + '\\n');
try {
  if (action === 'build') {
    const { generation } = await build({ data, out, ...JSON.parse(options), onProgress: (progress) => say({ progress }) });
    say({ built: generation.id });
  } else {
    const warehouse = await openWarehouse(out);
    await warehouse.use(async (engine, generation) => {
      say({ opened: generation.id });
      await new Promise((stop) => process.stdin.once('end', stop).resume());
      const rows = await engine.rows('select count(*) as orders, max(columns(* exclude order_key)) from fct_orders');
      say({ orders: rows[0].orders });
    });
    await warehouse.close();
  }
} catch (error) {
  say({ failed: error.code, message: error.message, hint: error.hint });
}
`;

export interface ChildLine {
  progress?: { step: string; share: number };
  built?: string;
  opened?: string;
  orders?: number;
  failed?: string;
  message?: string;
  hint?: string;
}

export interface Child {
  process: ChildProcess;
  /** Resolves with the first line that `matches`, or undefined when the process ends without one. */
  line(matches: (line: ChildLine) => boolean): Promise<ChildLine | undefined>;
  /** Resolves with all lines once the process has ended. */
  ended: Promise<ChildLine[]>;
}

export interface ChildPrograms {
  build(data: string, out: string, options?: object, uid?: number): Child;
  open(out: string): Child;
  /** Ends those that still run, and removes their folder. */
  remove(): Promise<void>;
}

/** Bundles the warehouse for processes of their own. */
export async function bundleChildren(): Promise<ChildPrograms> {
  const folder = await mkdtemp(join(tmpdir(), 'churnwatch-child-'));
  const bindings = dirname(require.resolve('@duckdb/node-bindings/package.json'));
  await bundle({
    entryPoints: [join(__dirname, '../index.ts')],
    outfile: join(folder, 'warehouse.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.sql': 'text' },
    external: ['@duckdb/node-bindings*'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  await symlink(resolve(bindings, '../..'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'main.mjs'), PROGRAM);
  // Readable for the other user that some tests run it as.
  await chmod(folder, 0o755);
  const started: ChildProcess[] = [];
  const start = (args: string[], uid?: number): Child => {
    const program = [join(folder, 'main.mjs'), ...args];
    const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'], uid });
    started.push(child);
    return follow(child);
  };
  return {
    build: (data, out, options = {}, uid) => start(['build', data, out, JSON.stringify(options)], uid),
    open: (out) => start(['open', '', out]),
    remove: async () => {
      // A test that failed may have left one stopped, for which everything would wait.
      for (const child of started) child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function follow(process: ChildProcess): Child {
  const seen: ChildLine[] = [];
  const watchers: { matches: (line: ChildLine) => boolean; found: (line?: ChildLine) => void }[] = [];
  const lines = createInterface({ input: process.stdout! });
  lines.on('line', (text) => {
    const line = JSON.parse(text) as ChildLine;
    seen.push(line);
    for (const watcher of watchers) if (watcher.matches(line)) watcher.found(line);
  });
  const ended = new Promise<ChildLine[]>((done) => {
    lines.on('close', () => {
      for (const watcher of watchers) watcher.found();
      done(seen);
    });
  });
  return {
    process,
    ended,
    line: (matches) =>
      new Promise((found) => {
        const already = seen.find(matches);
        if (already) found(already);
        else watchers.push({ matches, found });
      }),
  };
}
