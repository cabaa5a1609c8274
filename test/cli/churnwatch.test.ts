import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(process.cwd(), '..', 'backend', 'bin', 'churnwatch.mjs');

let folder: string;
let data: string;

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-cli-'));
  data = join(folder, 'data');
  expect(run('sample', '--out', data, '--customers', '800').code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const out = (name: string): string => join(folder, name);

/** A copy of the sample in which one thing is wrong. */
function broken(name: string, breakIt: (folder: string) => void): string {
  const copy = out(`data-${name}`);
  cpSync(data, copy, { recursive: true });
  breakIt(copy);
  return copy;
}

describe('churnwatch build', () => {
  it('builds, prints the load report, and inspect prints it again', () => {
    const built = run('build', '--data', data, '--out', out('plain'));
    expect(built).toMatchObject({ code: 0 });
    expect(built.out).toMatch(/all orders\s+purchases/);
    const inspected = run('inspect', '--out', out('plain'));
    expect(inspected.code).toBe(0);
    expect(built.out).toContain(inspected.out.trim());
    expect(JSON.parse(run('inspect', '--out', out('plain'), '--json').out)).toHaveProperty('files');
  });

  it('prints plain lines, a step each, where there is no terminal', () => {
    const { err } = run('build', '--data', data, '--out', out('lines'));
    expect(err).not.toContain('\r');
    expect(err).not.toContain('\u001b');
    expect(err.split('\n').filter((line) => /^\s*\d+% {2}\S/.test(line)).length).toBeGreaterThan(5);
  });

  it.each([
    ['no data folder at all', () => [] as string[], 2, 'data folder'],
    ['both a folder and the sample', () => ['--data', data, '--sample'], 2, 'data folder'],
    ['a folder that does not exist', () => ['--data', out('nowhere')], 3, 'nowhere'],
    [
      'a missing file',
      () => ['--data', broken('missing', (at) => rmSync(join(at, 'olist_orders_dataset.csv')))],
      3,
      'orders',
    ],
    [
      'a renamed column',
      () => [
        '--data',
        broken('renamed', (at) => writeFileSync(join(at, 'olist_sellers_dataset.csv'), '"seller","city"\n')),
      ],
      3,
      'seller_id',
    ],
    ['a file for a folder', () => ['--data', COMMAND], 3, 'folder'],
  ])('with %s ends with its exit code and says what and where', (_, args, code, words) => {
    const { code: ended, err } = run('build', ...args(), '--out', out('refused'));
    expect({ code: ended, err }).toMatchObject({ code, err: expect.stringContaining(words) });
    expect(err).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  it('leaves the last good generation serving when a build fails', () => {
    const kept = out('kept');
    run('build', '--data', data, '--out', kept);
    const before = run('inspect', '--out', kept).out;
    const bad = broken('empty', (at) => writeFileSync(join(at, 'olist_orders_dataset.csv'), ''));
    expect(run('build', '--data', bad, '--out', kept).code).toBe(3);
    expect(run('inspect', '--out', kept).out).toBe(before);
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? it.skip : it)('says so when it may not write (skipped as root, who may)', () => {
    const closed = out('closed');
    mkdirSync(closed, { mode: 0o500 });
    expect(run('build', '--data', data, '--out', join(closed, 'x')).code).toBe(4);
    chmodSync(closed, 0o700);
  });
});

describe('churnwatch inspect', () => {
  it('says that there is no warehouse yet', () => {
    const { code, err } = run('inspect', '--out', out('nothing-here'));
    expect({ code, err }).toMatchObject({ code: 7, err: expect.stringContaining('churnwatch build') });
  });
});

describe('churnwatch sample', () => {
  it('refuses options that make no sense', () => {
    for (const options of [
      ['--customers', '0'],
      ['--repeat-rate', '2'],
      ['--months', 'x'],
    ]) {
      expect(run('sample', '--out', out('no-sample'), ...options).code).not.toBe(0);
    }
    expect(existsSync(out('no-sample'))).toBe(false);
  });

  it('writes the same files for the same seed', () => {
    const again = out('again');
    run('sample', '--out', again, '--customers', '800');
    const { status } = spawnSync('diff', ['-r', data, again]);
    expect(status).toBe(0);
  });
});

describe('churnwatch', () => {
  it('explains itself, and what it was not told', () => {
    expect(run('--help').out).toContain('start');
    const { code, err } = run('build');
    expect(code).toBe(2);
    expect(err).toContain('--out');
    expect(err).toContain('--help');
  });

  it('says what is wrong with an option by the same code as with all that it is told', () => {
    const { code, err } = run('report', '--dashboard', 'churn-risk', '--out', 'a.pdf', '--from', '2018-13-01');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('2018-13-01') });
  });
});

describe('churnwatch start', () => {
  let child: ChildProcess | undefined;
  afterEach(async () => {
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child?.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  });

  const start = (...args: string[]): Promise<string> => {
    const started = spawn(process.execPath, [COMMAND, 'start', '--data', data, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    return new Promise((resolve, reject) => {
      let printed = '';
      const read = (text: Buffer): void => {
        printed += text.toString();
        const address = /Churnwatch is at (\S+)/.exec(printed)?.[1];
        if (address) resolve(address);
      };
      started.stdout.on('data', read);
      started.stderr.on('data', read);
      started.once('close', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
    });
  };

  it('takes another port when the wanted one is busy, on loopback only, and ends on SIGTERM', async () => {
    const busy = createServer();
    const port = await new Promise<number>((resolve) =>
      busy.listen(0, '127.0.0.1', () => resolve((busy.address() as { port: number }).port)),
    );
    const address = await start('--out', out('served'), '--port', String(port));
    busy.close();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(address).not.toContain(`:${port}`);
    const status = (await (await fetch(`${address}/api/status`)).json()) as {
      state: string;
      generation: { sample: boolean };
    };
    expect(status).toMatchObject({ state: 'ready', generation: { sample: false } });
    expect((await fetch(`${address}/`)).status).toBe(200);
    // Who reads what it prints goes away.
    child?.stdout?.destroy();
    child?.stderr?.destroy();
    const serving = async (): Promise<string> =>
      ((await (await fetch(`${address}/api/status`)).json()) as { generation: { id: string } }).generation.id;
    const before = await serving();
    expect((await fetch(`${address}/api/warehouse/rebuild`, { method: 'POST' })).status).toBe(202);
    while ((await serving()) === before) await new Promise((resolve) => setTimeout(resolve, 200));
    const ended = new Promise((resolve) => child?.once('close', resolve));
    child?.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('warns of no leak where a request has many queries', async () => {
    const address = await start('--out', out('many'), '--port', '0');
    let complaints = '';
    child?.stderr?.on('data', (text: Buffer) => (complaints += text.toString()));
    const ask = (kind: string): Promise<Response> =>
      fetch(`${address}/api/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          from: Date.UTC(2018, 0, 1),
          to: Date.UTC(2018, 6, 1),
          queries: Array.from({ length: 14 }, (_, i) => ({ refId: `Q${i}`, kind })),
        }),
      });
    const answers = await Promise.all(['kpis', 'sales', 'customers', 'rfm_segments'].map(ask));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(complaints).toBe('');
  });

  it('ends with a message when there is nothing to show', () => {
    const { code, err } = run('start', '--data', out('nowhere'), '--out', out('nowhere-warehouse'), '--port', '0');
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining('nowhere') });
  });

  it('leaves no sample files behind', () => {
    run('build', '--sample', '--out', out('sampled'));
    expect(readdirSync(out('sampled')).filter((name) => name.startsWith('sample-files'))).toEqual([]);
  });
});
