import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSample } from '@churnwatch/sample';
import { build } from '../../warehouse';
import { warehousePaths } from '../../warehouse/generations/paths';
import { openLane, type Lane } from './lane';
import { Pace } from './pace';
import { MARTS } from './relations';
import { ShopFacts } from './shop-facts';

const [DAY, NEXT_DAY] = ['2018-06-30', '2018-07-01'];
/** Whoever waited for a rest would wait for minutes. */
const LONG_RESTS = 100_000;

let folder: string;
let file: string;
let lane: Lane;
/** What the shop's facts were read by. */
let statements: string[];
/** What such a statement does besides; tests put their trouble here. */
let trouble: () => void;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-facts-'));
  await generateSample({ out: join(folder, 'data'), customers: 300, seed: 5 });
  const { generation } = await build({ data: join(folder, 'data'), out: join(folder, 'out') });
  file = warehousePaths(join(folder, 'out')).database(generation.id);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  const opened = await openLane({ file, tables: MARTS, tempDirectory: join(folder, 'temporary'), pace: new Pace(0) });
  [statements, trouble] = [[], () => undefined];
  const noting =
    <Rest extends unknown[], Result>(work: (sql: string, ...rest: Rest) => Promise<Result>) =>
    async (sql: string, ...rest: Rest): Promise<Result> => {
      statements.push(sql);
      trouble();
      return work(sql, ...rest);
    };
  const { run, rows } = opened.shop;
  lane = { ...opened, shop: { ...opened.shop, run: noting(run), rows: noting(rows) } };
});

const open = async (restFactor = LONG_RESTS): Promise<ShopFacts> => {
  const facts = await ShopFacts.open(lane, { restFactor });
  statements.length = 0;
  return facts;
};
const close = async (facts: ShopFacts): Promise<void> => {
  await facts.idle();
  lane.close();
};

it('are there at once as of the day for which they were got ready', async () => {
  const facts = await open(1e-9);
  await facts.prepare(DAY);
  expect(statements.length).toBeGreaterThan(5);
  statements.length = 0;
  expect(await facts.asOf(DAY)).toMatchObject({ cut: DAY });
  await facts.prepare(DAY);
  expect(statements).toEqual([]);
  await close(facts);
});

it('come without rests to who asks while they are being got ready', async () => {
  const facts = await open();
  const ready = facts.prepare(DAY);
  const { reorderTimes } = await facts.asOf(DAY);
  await ready;
  const read = statements.length;
  expect((await facts.asOf(DAY)).reorderTimes).toBe(reorderTimes);
  expect(statements).toHaveLength(read);
  await close(facts);
});

it('are those of the day that is asked for, whichever was got ready', async () => {
  const facts = await open();
  const ready = facts.prepare(DAY);
  expect(await facts.asOf(NEXT_DAY)).toMatchObject({ cut: NEXT_DAY });
  await ready;
  expect(await facts.asOf(DAY)).toMatchObject({ cut: DAY });
  await close(facts);
});

it('lack no customer who was placed while they were got ready, where none may be missing', async () => {
  const { part } = lane;
  lane = { ...lane, part: { ...part, script: () => Promise.resolve() } };
  const facts = await open();
  const ready = facts.prepare(DAY);
  await facts.replace();
  const older = await facts.asOf(DAY);
  const fresh = await facts.asOf(DAY, true);
  expect(fresh).toEqual(expect.objectContaining({ cut: DAY }));
  expect(fresh).not.toBe(older);
  await ready;
  await close(facts);
});

it('that could not be got ready are read when they are asked for', async () => {
  const facts = await open();
  trouble = () => {
    throw new Error('no room');
  };
  await expect(facts.prepare(DAY)).rejects.toThrow('no room');
  await expect(facts.asOf(DAY)).rejects.toThrow('no room');
  trouble = () => undefined;
  expect(await facts.asOf(DAY)).toMatchObject({ cut: DAY });
  await close(facts);
});

it('are let go of in the middle of being got ready', async () => {
  const facts = await open();
  const ready = facts.prepare(DAY);
  await close(facts);
  await ready;
});
