import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DayScores } from './day-scores';
import { NO_SCORE_FILES, openScoreFiles, type ScoreFiles } from './score-files';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'churnwatch-scores-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const by = { generation: 'g1', model: 'm1' };
const open = (changes: { generation?: string; model?: string; version?: string } = {}): ScoreFiles => {
  const { version = '1.0.0', ...other } = changes;
  return openScoreFiles(out, version, { ...by, ...other });
};
const folder = (): string => join(out, 'scores', 'g1_m1_1.0.0');
const scored = (churn: number): DayScores => ({
  customerKeys: Int32Array.of(1),
  churnProbability: Float64Array.of(churn),
  valueIfReturns: Float64Array.of(100),
});
/** Makes a path look as if it was used so many minutes ago. */
const age = (path: string, minutes: number): void => {
  const then = new Date(Date.now() - minutes * 60_000);
  utimesSync(path, then, then);
};

it('gives back what was kept, also to the next process', async () => {
  await open().write('2018-05-31', scored(0.5));
  const files = open();
  expect(await files.read('2018-05-31')).toEqual(scored(0.5));
  expect(await files.read('2018-04-30')).toBeUndefined();
});

it.each([
  ['generation', { generation: 'g2' }],
  ['model', { model: 'm2' }],
  ['program', { version: '2.0.0' }],
])('knows nothing of what another %s gave', async (_, other) => {
  await open().write('2018-05-31', scored(0.5));
  expect(await open(other).read('2018-05-31')).toBeUndefined();
});

it('takes a damaged file for none, and replaces it', async () => {
  const files = open();
  await files.write('2018-05-31', scored(0.5));
  truncateSync(join(folder(), '2018-05-31.scores'), 50);
  expect(await files.read('2018-05-31')).toBeUndefined();
  await files.write('2018-05-31', scored(0.25));
  expect(await files.read('2018-05-31')).toEqual(scored(0.25));
});

it('keeps the days that were used last', async () => {
  const files = open();
  const days = Array.from(
    { length: 48 },
    (_, i) => `2018-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, '0')}`,
  );
  for (const [i, day] of days.entries()) {
    await files.write(day, scored(0.5));
    age(join(folder(), `${day}.scores`), 100 - i);
  }
  expect(await files.read(days[0]!)).toBeDefined();
  await files.write('2018-06-30', scored(0.5));
  const left = readdirSync(folder()).map((name) => name.replace('.scores', ''));
  expect(left.sort()).toEqual([days[0], ...days.slice(2), '2018-06-30'].sort());
});

it('keeps the scores of the two generations and models that were opened last', async () => {
  for (const [i, generation] of ['g1', 'g2', 'g3'].entries()) {
    await open({ generation }).write('2018-05-31', scored(0.5));
    age(join(out, 'scores', `${generation}_m1_1.0.0`), 10 - i);
  }
  // Going back to an older one makes it the newest.
  await open().write('2018-05-31', scored(0.5));
  age(folder(), 1);
  await open({ generation: 'g4' }).write('2018-05-31', scored(0.5));
  expect(readdirSync(join(out, 'scores')).sort()).toEqual(['g1_m1_1.0.0', 'g4_m1_1.0.0']);
});

it('keeps nothing, and says nothing, where it cannot write', async () => {
  writeFileSync(join(out, 'scores'), 'a file where the folder should be');
  const files = open();
  await files.write('2018-05-31', scored(0.5));
  expect(await files.read('2018-05-31')).toBeUndefined();
});

it('leaves no draft behind when the place is taken by a folder', async () => {
  const files = open();
  await files.write('2018-04-30', scored(0.5));
  mkdirSync(join(folder(), '2018-05-31.scores', 'inside'), { recursive: true });
  await files.write('2018-05-31', scored(0.5));
  expect(readdirSync(folder()).filter((name) => name.endsWith('.new'))).toEqual([]);
  expect(await files.read('2018-05-31')).toBeUndefined();
});

it('is nothing at all without a folder', async () => {
  await NO_SCORE_FILES.write('2018-05-31', scored(0.5));
  expect(await NO_SCORE_FILES.read('2018-05-31')).toBeUndefined();
  expect(existsSync(join(out, 'scores'))).toBe(false);
});
