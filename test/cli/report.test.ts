import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND, trainedSample } from '../shared/trained-shop';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-report-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

function report(...args: string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, PATH: '', CHURNWATCH_CHROMIUM: '' };
  const run = spawnSync(process.execPath, [COMMAND, 'report', ...args], { encoding: 'utf8', timeout: 120_000, env });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('churnwatch report ends before any work is done', () => {
  it.each<[what: string, args: () => string[], code: number, words: string]>([
    ['of an unknown dashboard', () => ['--dashboard', 'nothing', '--out', at('a.csv')], 2, 'churnwatch-churn-risk'],
    [
      'of an unknown panel',
      () => ['--dashboard', 'churn-risk', '--panel', '99', '--out', at('a.csv'), '--lang', 'pt-BR'],
      2,
      'Risco por segmento',
    ],
    [
      'of an unknown variable',
      () => ['--dashboard', 'churn-risk', '--var', 'colour=red', '--out', at('a.csv')],
      2,
      'It has: state, category',
    ],
    [
      'of no customer',
      () => ['--dashboard', 'customer', '--var', 'customer=', '--out', at('a.html')],
      2,
      '--var customer=',
    ],
    ['in an unknown form', () => ['--dashboard', 'churn-risk', '--out', at('a.docx')], 2, '.pdf, .png, .html, .csv'],
    ['in a folder that is not there', () => ['--dashboard', 'churn-risk', '--out', at('no/a.csv')], 4, 'no folder'],
    ['without a Chromium', () => ['--dashboard', 'churn-risk', '--out', at('a.pdf')], 7, '--chromium'],
    [
      'without the Chromium that was named',
      () => ['--dashboard', 'churn-risk', '--out', at('a.png'), '--chromium', at('chromium')],
      7,
      'There is no Chromium at',
    ],
    [
      'of a server that is not there',
      () => ['--dashboard', 'churn-risk', '--out', at('a.csv'), '--server', 'http://127.0.0.1:9', '--patience', '5'],
      4,
      'http://127.0.0.1:9 does not answer',
    ],
    [
      'of a server and of a folder at once',
      () => ['--dashboard', 'churn-risk', '--out', at('a.csv'), '--server', 'http://127.0.0.1:9', '--data', folder],
      2,
      'Leave out --data',
    ],
    [
      'with patience that is none',
      () => ['--dashboard', 'churn-risk', '--out', at('a.csv'), '--patience', 'long'],
      2,
      'whole number of seconds',
    ],
  ])('%s', (_, args, code, words) => {
    const { err, ...ended } = report(...args());
    expect(ended).toEqual({ code, out: '' });
    expect(err).toContain(words);
    expect(existsSync(args()[3] ?? '')).toBe(false);
  });
});

describe('churnwatch report beside a server that runs', () => {
  let server: ChildProcess | undefined;
  let address: string;

  beforeAll(async () => {
    cpSync(await trainedSample(), at('warehouse'), { recursive: true });
    server = spawn(process.execPath, [COMMAND, 'start', '--out', at('warehouse'), '--port', '0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    address = await new Promise((resolve, reject) => {
      let printed = '';
      const read = (text: Buffer): void => {
        printed += text.toString();
        const found = /Churnwatch is at (\S+)/.exec(printed)?.[1];
        if (found) resolve(found);
      };
      server?.stdout?.on('data', read);
      server?.stderr?.on('data', read);
      server?.once('close', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
    });
    // Whoever takes the events holds the early warnings: a report of its own cannot have them from then on.
    for (let tries = 0; tries < 100 && !existsSync(at('warehouse/events/events.duckdb')); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }, 300_000);
  afterAll(async () => {
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server?.once('close', resolve));
    server.kill('SIGTERM');
    await ended;
  });

  const operations = (file: string, ...more: string[]) =>
    report('--dashboard', 'operations', '--out', at(file), ...more);

  it('says in the report, on the standard error and by its exit code that early warnings are missing', () => {
    writeFileSync(at('own.html'), 'last week’s');
    const { code, out, err } = operations('own.html', '--warehouse', at('warehouse'));
    expect({ code, out }).toEqual({ code: 8, out: `${at('own.html')}\n` });
    expect(err).toContain('1 of 14 panels could not be shown:\n  Early warnings: ');
    expect(err).toContain('--server');
    const html = readFileSync(at('own.html'), 'utf8');
    expect(html).toContain('This report lacks 1 of 14 panels:');
    expect(html).toContain('<li>Early warnings: The early warnings are held by the server that runs.');
  }, 120_000);

  it('has all of them from the server, in the reader’s language', () => {
    const asked = operations('served.html', '--server', `${address}/api`, '--lang', 'pt-BR');
    expect(asked).toEqual({ code: 0, out: `${at('served.html')}\n`, err: '' });
    const html = readFileSync(at('served.html'), 'utf8');
    expect(html).toContain('<h2>Avisos antecipados</h2>');
    expect(html).not.toContain('Faltam');
  }, 120_000);

  it('writes one panel as one table', () => {
    const asked = operations('panel.csv', '--server', address, '--panel', '11');
    expect(asked).toMatchObject({ code: 0, err: '' });
    const [head, first] = readFileSync(at('panel.csv'), 'utf8').split('\r\n');
    expect(head).toBe('\uFEFFfile,table_name,rows_read,rows_loaded,rows_rejected,bytes,notes');
    expect(first?.split(',').length).toBeGreaterThanOrEqual(7);
  }, 120_000);
});
