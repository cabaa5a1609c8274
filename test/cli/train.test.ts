import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(process.cwd(), '..', 'backend', 'bin', 'churnwatch.mjs');
/** Few trees, so that a training takes seconds. */
const QUICK = ['--trees', '4'];

let folder: string;
let data: string;
let out: string;

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    timeout: 110_000,
  });
  return { code: status, out: stdout, err: stderr };
}

const STACK_TRACE = /\n\s+at .*:\d+:\d+/;
const models = (at = out): string[] =>
  existsSync(join(at, 'models')) ? readdirSync(join(at, 'models')).filter((name) => name.endsWith('.model.json')) : [];
const champion = (): string =>
  (JSON.parse(readFileSync(join(out, 'models/champion-180.json'), 'utf8')) as { id: string }).id;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-train-'));
  data = join(folder, 'data');
  out = join(folder, 'warehouse');
  expect(run('sample', '--out', data, '--customers', '3000', '--repeat-rate', '0.3').code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('churnwatch train', () => {
  let trained: ReturnType<typeof run>;
  let saved: string[];
  beforeAll(() => {
    const before = models();
    trained = run('train', '--data', data, '--out', out, ...QUICK);
    saved = models().filter((name) => !before.includes(name));
  });

  it('builds the warehouse, prints the fold table and the comparison, and lets the model serve', () => {
    expect(trained).toMatchObject({ code: 0 });
    expect(trained.out).toContain('Purged time-series split (ROC-AUC / PR-AUC of returning)');
    expect(trained.out).toMatch(/\n {2}test +2018-03-01 +\d{4}-\d\d-\d\d … 2017-09-02 \(\d\)/);
    expect(trained.out).toMatch(/\n +Model +Recency alone +BG\/NBD\n/);
    expect(trained.out).toMatch(/ROC-AUC +0\.\d{4} \(0\.\d{3} to 0\.\d{3}\)/);
    expect(saved).toHaveLength(1);
    expect(trained.out).toContain(`Model ${saved[0]?.replace('.model.json', '')} serves from ${out}`);
  });

  it('keeps the champion of another horizon, and lets another algorithm serve', () => {
    const before = champion();
    const { code, out: text } = run('train', '--out', out, '--horizon', '90', '--algorithm', 'boosting', ...QUICK);
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('Churn within 90 days: gradient') });
    expect(champion()).toBe(before);
    expect(existsSync(join(out, 'models/champion-90.json'))).toBe(true);
  });

  it('tells the program that started it of its steps as JSON lines, and prints nothing else', () => {
    const { code, out: text } = run('train', '--out', out, '--horizon', '120', '--progress', 'json', ...QUICK);
    expect(code).toBe(0);
    const steps = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { step: string; share: number });
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.map(({ share }) => share)).toEqual(steps.map(({ share }) => share).sort((a, b) => a - b));
    expect(steps.at(-1)).toMatchObject({ step: 'done', share: 1 });
  });

  it.each([
    ['an unknown algorithm', ['--algorithm', 'neural'], 2, 'Allowed choices are blend, forest, boosting'],
    ['no whole number of trees', ['--trees', 'many'], 2, 'It must be a whole number from 1.'],
    ['more trees than can be', ['--trees', '1000000'], 3, 'trees must be a whole number'],
    ['a horizon of no days', ['--horizon', '0'], 2, 'It must be a whole number from 1.'],
    ['an unknown form of progress', ['--progress', 'xml'], 2, 'Allowed choices are text, json'],
    ['a test cut that is no day', ['--test-cut', '2018-02-30'], 2, 'The test cut "2018-02-30" is no day.'],
    ['a test cut too late', ['--test-cut', '2018-08-01'], 3, 'choose a test cut of Mar 1, 2018 or before'],
    [
      'a horizon longer than the history',
      ['--horizon', '400'],
      3,
      'The history is too short for a horizon of 400 days',
    ],
    ['an option that there is not', ['--speed', '9'], 2, "unknown option '--speed'"],
  ])('with %s ends with its exit code, says what was wrong, and changes nothing', (_, options, code, words) => {
    const before = [models(), champion()];
    const { code: ended, err } = run('train', '--out', out, ...options);
    expect({ code: ended, err }).toMatchObject({ code, err: expect.stringContaining(words) });
    expect(err).not.toMatch(STACK_TRACE);
    expect([models(), champion()]).toEqual(before);
  });

  it('says that there is no warehouse', () => {
    const nowhere = join(folder, 'nowhere');
    const { code, err } = run('train', '--out', nowhere);
    expect({ code, err }).toMatchObject({ code: 7, err: expect.stringContaining('churnwatch build') });
    expect(err).not.toMatch(STACK_TRACE);
    expect(existsSync(join(nowhere, 'models'))).toBe(false);
  });

  it('says so to the program that started it, too', () => {
    const { code, out: text } = run('train', '--out', out, '--test-cut', 'soon', '--progress', 'json');
    expect(code).toBe(2);
    expect(JSON.parse(text)).toEqual({ error: 'The test cut "soon" is no day. Write it as YYYY-MM-DD.' });
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'ended by %s in the middle leaves the last champion serving',
    async (signal) => {
      const before = [models(), champion()];
      const child = spawn(process.execPath, [COMMAND, 'train', '--out', out, '--trees', '500', '--progress', 'json'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      await new Promise<void>((resolve) =>
        child.stdout.on('data', (text) => String(text).includes('test') && resolve()),
      );
      child.kill(signal);
      expect(await ended).not.toBe(0);
      expect([models(), champion()]).toEqual(before);
      expect(readdirSync(join(out, 'models')).filter((name) => name.endsWith('.new'))).toEqual([]);
    },
  );
});

describe('churnwatch compare', () => {
  it('names a winner of the same split; a champion that no challenger beats by the margin stays', () => {
    run('train', '--data', data, '--out', out, ...QUICK);
    const before = champion();
    const { code, out: text } = run('compare', '--out', out, '--margin', '0.5', ...QUICK);
    expect(code).toBe(0);
    expect(text).toMatch(/blend +champion +0\.\d{4}.* stays champion/);
    expect(text).toMatch(/forest +challenger .* not better by 0\.5/);
    expect(text).toContain(`Winner: blend`);
    expect(champion()).toBe(before);
    expect(readFileSync(join(out, 'models', `${before}.model.json`), 'utf8')).toContain('stays champion');
  });

  it.each(['-1', 'x', '', '0.6'])('refuses "%s" as a margin', (margin) => {
    const { code, err } = run('compare', '--out', out, `--margin=${margin}`);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('It must be a number from 0 to 0.5.'),
    });
  });
});
