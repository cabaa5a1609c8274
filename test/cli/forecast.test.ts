import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(process.cwd(), '..', 'backend', 'bin', 'churnwatch.mjs');
const STACK_TRACE = /\n\s+at .*:\d+:\d+/;

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
const forecast = (...args: string[]) => run('forecast', '--out', out, ...args);
const quick = (...args: string[]) => forecast('--model', 'profile', ...args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-forecast-'));
  data = join(folder, 'data');
  out = join(folder, 'warehouse');
  expect(run('sample', '--out', data, '--customers', '2000').code).toBe(0);
  expect(run('build', '--data', data, '--out', out).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('prints the expected sum with its bands, beside what it is compared with, and the model', () => {
  const { code, out: text, err } = forecast('--as-of', '2018-05-31');
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('to May 31, 2018') });
  const lines = text.trimEnd().split('\n');
  expect(lines[0]).toBe('Revenue of the 30 days after May 31, 2018');
  expect(lines[1]).toMatch(/^\s+Series +Expected +80% band +95% band +30 days before +Change +Last year +Change$/);
  expect(lines[2]).toMatch(/^ {2}All +R\$ [\d.,]+[kM]? +R\$ .* to R\$ .* [+-][\d.]+%/);
  expect(lines[3]).toMatch(/^All: \w.+\. .+/);
});

it('splits by a dimension, the rest summed', () => {
  const { code, out: text } = quick('--by', 'state', '--limit', '2', '--measure', 'orders', '--horizon', '7');
  expect(code).toBe(0);
  expect(text).toMatch(/^Orders of the 7 days after .*\n {2}State +Expected/);
  expect(text).toMatch(/\n {2}SP .*\n {2}[A-Z]{2} .*\n {2}Other /);
});

it('prints JSON for programs: sums and what to know of them, nothing else', () => {
  const { code, out: text } = quick('--json', '--as-of', '2018-05-31', '--level', '90');
  expect(code).toBe(0);
  const answer = JSON.parse(text) as { sums: Record<string, unknown>[] };
  expect(answer).toMatchObject({ asOf: '2018-05-31', measure: 'revenue', horizonDays: 30, level: 90 });
  expect(answer).not.toHaveProperty('scores');
  expect(answer.sums).toEqual([expect.objectContaining({ series: 'All', from: '2018-06-01', to: '2018-06-30' })]);
});

it('prints the table of the backtest: models by horizons, with what they are measured against', () => {
  const { code, out: text } = quick('--backtest', '--as-of', '2018-05-31');
  expect(code).toBe(0);
  expect(text).toMatch(/^Forecasts of daily revenue in the past, known up to May 31, 2018\n/);
  expect(text).toMatch(/Model +Role +Days +MASE +sMAPE +WAPE +Bias +80% holds +95% holds +Origins\n/);
  expect(text).toMatch(/\n {2}weekday profile +chosen +30 +\d\.\d{3} .* +[1-9]\d*\n/);
  expect(text).toMatch(/ baseline +90 /);
});

it('judges forecasts from the days that are asked for', () => {
  const origins = ['2018-02-28', '2018-03-31', '2018-04-30'];
  const { code, out: text } = quick('--backtest', '--json', '--origins', origins.join(','));
  expect(code).toBe(0);
  const { scores } = JSON.parse(text) as { scores: { role: string; horizonDays: number; origins: number }[] };
  const chosen = scores.filter(({ role, horizonDays }) => role === 'chosen' && horizonDays === 30);
  expect(chosen).toMatchObject([{ origins: 3 }]);
});

it.each([
  ['a day that is none', ['--as-of', '2018-02-30'], 2, '"2018-02-30" is no day.'],
  ['an origin that is none', ['--backtest', '--origins', '2018-02-28,soon'], 2, '"soon" is no day.'],
  ['origins without a backtest', ['--origins', '2018-02-28'], 2, 'Add --backtest'],
  ['a country that is none', ['--country', 'Brazil'], 2, 'country must be the two letters'],
  ['a horizon of no days', ['--horizon', '0'], 2, 'It must be a whole number from 1 to 730.'],
  ['a level beyond all', ['--level', '100'], 2, 'It must be a whole number from 50 to 95.'],
  ['an unknown model', ['--model', 'oracle'], 2, 'Allowed choices are auto, profile'],
  ['an unknown dimension', ['--by', 'city'], 2, 'Allowed choices are state, category'],
  ['too few days', ['--as-of', '2017-01-10'], 3, 'three weeks'],
  ['no warehouse', ['--out', '/nowhere/at/all'], 7, 'churnwatch'],
])('refuses %s in words', (_what, args, code, message) => {
  const answer = quick(...args);
  expect([answer.code, answer.out]).toEqual([code, '']);
  expect(answer.err).toContain(message);
  expect(answer.err).not.toMatch(STACK_TRACE);
});

it('says so where the as-of date lies after the data', () => {
  const { code, err } = quick('--as-of', '2030-01-01');
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('the last day of regular trade') });
});
