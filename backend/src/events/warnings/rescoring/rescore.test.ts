import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFAULT_BANDS, DEFAULT_WARNING_RULES, type WarningNews } from '../../../contract';
import { recordProfiles } from '../../profiles/live-profiles';
import { openEventStore, type EventStore } from '../../store/store';
import { judge, type Standing } from '../judge';
import { BASIS, profile, risen } from '../testing/profiles';
import { openWarnings, type Warnings } from '../warnings';
import type { Everyone, ScoredBase } from './base';

const RULES = { ...DEFAULT_WARNING_RULES, holdOutShare: 0, valueFrom: 0 };

let out: string;
let store: EventStore;
let warnings: Warnings;
let told: WarningNews[];

const open = (rules: Partial<typeof RULES> = {}): void => {
  const onFault = (): void => {};
  warnings = openWarnings({ store, rules: { ...RULES, ...rules }, bands: DEFAULT_BANDS, horizonDays: 180, onFault });
  warnings.onWarning((news) => told.push(news));
};

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-rescoring-'));
  store = await openEventStore(out);
  told = [];
  open();
});
afterEach(async () => {
  await store.close();
  await rm(out, { recursive: true, force: true });
});

type Odds = Record<string, number>;
const everyone = (odds: Odds): Everyone => ({
  customerId: Object.keys(odds),
  relativeOdds: Object.values(odds),
  valueIfReturns: Object.keys(odds).map((_, i) => 100 + i),
  revenueAtRisk: Object.keys(odds).map((_, i) => 90 + i),
  segment: Object.keys(odds).map(() => 'Loyal'),
});
const base = (model: string, now: Odds, before: Odds = {}, given: Partial<ScoredBase> = {}): ScoredBase => ({
  basis: { ...BASIS, model },
  asOf: '2018-08-28',
  foldedUpTo: 0,
  everyone: (asOf) => Promise.resolve(everyone(asOf === '2018-07-29' ? before : now)),
  profiles: (ids) => Promise.resolve(ids.map((id) => profile(id, { asOf: '2018-08-28', relativeOdds: now[id] }))),
  purchases: () => Promise.resolve([]),
  ...given,
});
const warned = async () =>
  (await store.rows('SELECT customer_id FROM warnings ORDER BY id')).map((row) => row.customer_id);

describe('comparing everyone', () => {
  it('begins with those who have risen in thirty days, once for each generation and model', async () => {
    const first = base('m1', { risen: 0.5, always: 0.4, new: 0.3, fine: 1 }, { risen: 1, always: 0.4, fine: 1 });
    expect(await warnings.rescore(first)).toEqual({ customers: 4, warned: 1 });
    expect(await warnings.rescore(first)).toBeUndefined();
    expect(await warned()).toEqual(['risen']);
    expect(told.map(({ warning }) => [warning.customer_id, warning.trigger, warning.from_band])).toEqual([
      ['risen', 'rescoring', 'medium'],
    ]);
  });

  it('goes on from where everyone stood, also after two comparisons at once', async () => {
    await warnings.rescore(base('m1', { a: 1, b: 1, c: 0.5 }, { a: 1, b: 1, c: 0.5 }));
    const next = base('m2', { a: 0.5, b: 0.7, c: 0.7 }, { a: 1, b: 0.1, c: 0.1 });
    await Promise.all([warnings.rescore(next), warnings.rescore(next)]);
    await warnings.rescore(base('m3', { a: 0.72, b: 0.6, c: 0.72 }));
    expect(await warned()).toEqual(['a', 'b']);
  });

  it('leaves no trace when it is broken off, and is done again', async () => {
    await warnings.rescore(base('m1', { a: 1, b: 1 }, { a: 1, b: 1 }));
    const now = { a: 0.5, b: 0.5 };
    const failing = base('m2', now, {}, { profiles: () => Promise.reject(new Error('killed')) });
    await expect(warnings.rescore(failing)).rejects.toThrow('killed');
    expect([await warned(), told]).toEqual([[], []]);
    await warnings.rescore(base('m2', now));
    expect((await warned()).sort()).toEqual(['a', 'b']);
  });

  it('keeps those of each segment with the most at stake, and counts the others', async () => {
    open({ dailyLimit: 2 });
    await warnings.rescore(base('m1', { a: 1, b: 1, c: 1, d: 1 }, { a: 1, b: 1, c: 1, d: 1 }));
    await warnings.rescore(base('m2', { a: 0.5, b: 0.5, c: 0.5, d: 1 }));
    await warnings.rescore(base('m3', { a: 0.5, b: 0.5, c: 0.5, d: 0.5 }));
    expect(await warned()).toEqual(['c', 'b']);
    const [row] = await store.rows("SELECT sum(customers) AS customers FROM suppressed WHERE reason = 'daily_limit'");
    expect(row).toEqual({ customers: 2 });
  });

  it('leaves who was seen later as they were seen', async () => {
    const later = (odds: number) => profile('a', { asOf: '2018-09-10', relativeOdds: odds });
    await store.transaction((statements) => warnings.watcher.consider(statements, [later(1)], BASIS, 1));
    await warnings.rescore(base('m1', { a: 0.5, b: 1 }, { a: 0.5, b: 1 }));
    await store.transaction((statements) => warnings.watcher.consider(statements, [later(0.5)], BASIS, 2));
    expect(await warned()).toEqual(['a']);
  });

  it('tells events what half of the customers are worth, also where a setting that is gone since said otherwise', async () => {
    await warnings.rescore(base('m1', { a: 1, b: 1, c: 1 }));
    open({ valueFrom: undefined });
    for (const relativeOdds of [1, 0.5]) {
      const seen = ['x', 'y'].map((id, i) => risen(id, { relativeOdds, valueIfReturns: 100 + i }));
      await store.transaction((statements) => warnings.watcher.consider(statements, seen, BASIS, 1));
    }
    expect(await warned()).toEqual(['y']);
  });

  it('tells events the value of the last one, whatever the clock said', async () => {
    open({ valueFrom: undefined });
    const clock = jest.spyOn(Date, 'now').mockReturnValueOnce(Date.now() + 86_400_000);
    await warnings.rescore(base('m1', { a: 1 }));
    clock.mockRestore();
    await warnings.rescore(base('m2', { a: 1, b: 1, c: 1, d: 1, e: 1 }));
    for (const relativeOdds of [1, 0.5]) {
      const seen = ['x', 'y'].map((id, i) => risen(id, { relativeOdds, valueIfReturns: 101 + i }));
      await store.transaction((statements) => warnings.watcher.consider(statements, seen, BASIS, 1));
    }
    expect(await warned()).toEqual(['y']);
  });

  it('comes before events are judged, where it is what tells who is worth a warning', async () => {
    open({ valueFrom: undefined });
    const seen = (odds: Odds) =>
      store.transaction((statements) =>
        warnings.watcher.consider(
          statements,
          Object.entries(odds).map(([id, relativeOdds]) =>
            profile(id, { asOf: '2018-08-28', relativeOdds, valueIfReturns: id === 'poor' ? 1 : 150 }),
          ),
          BASIS,
          1,
        ),
      );
    await seen({ poor: 1, rich: 1, high: 0.5 });
    await seen({ poor: 0.5, rich: 0.5 });
    expect(await warned()).toEqual([]);
    const others = { a: 1, b: 1, c: 1 };
    await warnings.rescore(base('m1', { ...others, poor: 0.5, rich: 1, high: 0.5 }, { ...others, high: 1 }));
    expect(await warned()).toEqual(['high']);
    await seen({ rich: 0.5 });
    expect(await warned()).toEqual(['high', 'rich']);
  });

  it('counts what events say while the words are found', async () => {
    await warnings.rescore(base('m1', { a: 1, b: 0.5 }, { a: 1, b: 0.5 }));
    const next = base('m2', { a: 0.5, b: 0.5 });
    const asked: (readonly string[])[] = [];
    const meanwhile = async (ids: readonly string[]) => {
      asked.push(ids);
      // As an event of theirs has it, whose day this is, too.
      const seen = profile('b', { asOf: '2018-08-28', relativeOdds: 1 });
      if (asked.length === 1) {
        await store.transaction((statements) => warnings.watcher.consider(statements, [seen], BASIS, 1));
      }
      return next.profiles(ids);
    };
    await warnings.rescore({ ...next, profiles: meanwhile });
    expect((await warned()).sort()).toEqual(['a', 'b']);
    expect(asked).toEqual([['a'], ['b']]);
  });

  it('notes purchases after a warning, the first of each within the horizon', async () => {
    const first = base('m1', { a: 0.5, b: 0.5, c: 0.5 }, { a: 1, b: 1, c: 1 });
    const lastOrder = '2018-08-28';
    await warnings.rescore({
      ...first,
      profiles: async (ids) => (await first.profiles(ids)).map((one) => ({ ...one, lastOrder })),
    });
    const days = ['2018-08-28', '2018-09-03', '2018-10-01'].map((day) => ({ customerId: 'a', day }));
    const purchases = () => Promise.resolve([...days, { customerId: 'b', day: '2019-08-01' }]);
    await warnings.rescore({ ...base('m2', { a: 2, b: 2, c: 2 }), purchases });
    expect(
      await store.rows('SELECT customer_id, returned_on, warning_state FROM warnings ORDER BY customer_id'),
    ).toEqual([
      { customer_id: 'a', returned_on: '2018-09-03', warning_state: 'resolved' },
      { customer_id: 'b', returned_on: null, warning_state: 'new' },
      { customer_id: 'c', returned_on: null, warning_state: 'new' },
    ]);
  });

  it('corrects what was noted of purchases, unless events that are to come into the warehouse know more', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const of = (value: number): Odds => Object.fromEntries(ids.map((id) => [id, value]));
    await warnings.rescore(base('m1', of(0.5), of(1)));
    // Of e, other files than these told.
    const noted = ids.map((id) => profile(id, { asOf: '2018-09-20', lastOrder: '2018-09-20', relativeOdds: 2 }));
    await store.transaction(async (statements) => {
      await warnings.watcher.consider(statements, noted, BASIS, 1);
      await recordProfiles(
        statements,
        ['a', 'b', 'c', 'e', 'd'].map((customerId, i) => ({ customerId, events: 1, seq: i + 1 })),
      );
      // A build has ended meanwhile, whose generation is not this one.
      await statements.run(`INSERT INTO progress VALUES ('folded', 5)`);
    });
    const purchases = ['a 2018-09-20', 'a 2018-09-03', 'b 2018-08-28', 'c 2018-08-01', 'd 2018-09-03'].map((one) => {
      const [customerId = '', day = ''] = one.split(' ');
      return { customerId, day };
    });
    await warnings.rescore({ ...base('m2', of(2)), foldedUpTo: 4, purchases: () => Promise.resolve(purchases) });
    const sql = 'SELECT customer_id, returned_on, warning_state, version FROM warnings ORDER BY customer_id';
    const resolved = { warning_state: 'resolved', version: 2 };
    expect(await store.rows(sql)).toEqual([
      { customer_id: 'a', returned_on: '2018-09-03', ...resolved },
      { customer_id: 'b', returned_on: '2018-08-28', ...resolved },
      { customer_id: 'c', returned_on: null, ...resolved },
      { customer_id: 'd', returned_on: '2018-09-20', ...resolved },
      { customer_id: 'e', returned_on: '2018-09-20', ...resolved },
    ]);
  });

  it('finds what the rules for events find', async () => {
    open({ dailyLimit: 100_000 });
    const odds = fc.double({ min: 0.3, max: 2, noNaN: true });
    const run = fc.array(fc.tuple(odds, odds), { minLength: 1, maxLength: 30 });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(run, async (pairs) => {
        number++;
        const ids = pairs.map((_, i) => `${number}-${i}`);
        const now = Object.fromEntries(ids.map((id, i) => [id, pairs[i]?.[1] ?? 1]));
        await warnings.rescore(base(`a${number}`, Object.fromEntries(ids.map((id, i) => [id, pairs[i]?.[0] ?? 1]))));
        await warnings.rescore(base(`b${number}`, now));
        const known = new Map<string, Standing>();
        const judging = { rules: RULES, bands: DEFAULT_BANDS, valueFrom: 0 };
        const before = ids.map((id, i) => profile(id, { relativeOdds: pairs[i]?.[0] }));
        for (const [id, standing] of judge(before, new Map(), judging).standings) known.set(id, standing);
        const { rises } = judge(
          ids.map((id) => risen(id, { relativeOdds: now[id] })),
          known,
          judging,
        );
        const own = (await warned()).filter((id) => String(id).startsWith(`${number}-`));
        expect(own.sort()).toEqual(rises.map((one) => one.profile.customerId).sort());
      }),
      { numRuns: 8 },
    );
  });

  it('takes a hundred thousand customers', async () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `customer-${i}`);
    const odds = (value: (i: number) => number): Odds => Object.fromEntries(ids.map((id, i) => [id, value(i)]));
    await warnings.rescore(
      base(
        'm1',
        odds(() => 1),
        odds(() => 1),
      ),
    );
    const rescored = await warnings.rescore(
      base(
        'm2',
        odds((i) => (i % 2 === 0 ? 0.5 : 1)),
      ),
    );
    expect(rescored).toEqual({ customers: 100_000, warned: 25 });
    const [row] = await store.rows('SELECT sum(customers) AS customers FROM suppressed');
    expect(row).toEqual({ customers: 49_975 });
  }, 60_000);
});
