import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_BANDS, DEFAULT_WARNING_RULES, type WarningNews, type WarningRules } from '../../contract';
import type { TouchedProfile } from '../profile';
import { openEventStore, type EventStore, type Statements } from '../store/store';
import { isHeldOut } from './hold-out';
import { BASIS, profile, risen } from './testing/profiles';
import { openWarnings, type Warnings } from './warnings';

const AT = Date.parse('2018-08-02T10:00:00Z');
const NOBODY_HELD_OUT = { ...DEFAULT_WARNING_RULES, holdOutShare: 0, valueFrom: 0 };

let out: string;
let store: EventStore;
let warnings: Warnings;
let told: WarningNews[];

const open = (rules: Partial<WarningRules> = {}): void => {
  const onFault = (message: string): never => {
    throw new Error(message);
  };
  const all = { ...NOBODY_HELD_OUT, ...rules };
  warnings = openWarnings({ store, rules: all, bands: DEFAULT_BANDS, horizonDays: 180, onFault });
  warnings.onWarning((news) => told.push(news));
};

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-warnings-'));
  store = await openEventStore(out);
  told = [];
  open();
});
afterEach(async () => {
  await store.close();
  await rm(out, { recursive: true, force: true });
});

/** What the processor of events does with the watcher. */
const consider = async (
  profiles: readonly TouchedProfile[],
  { at = AT, then }: { at?: number; then?: (statements: Statements) => Promise<void> } = {},
): Promise<void> => {
  const { done } = await store.transaction(async (statements) => {
    const after = await warnings.watcher.consider(statements, profiles, BASIS, at);
    await then?.(statements);
    return after;
  });
  done();
};
const returns = () => store.rows('SELECT customer_id, warning_state, returned_on FROM warnings ORDER BY customer_id');
const made = () => store.rows('SELECT customer_id, from_band, warning_state FROM warnings ORDER BY id');

describe('the watcher', () => {
  it('warns of a customer whose risk rises to high, and tells so once it is written', async () => {
    await consider([profile('a')]);
    expect(told).toEqual([]);
    await consider([risen('a')], {
      then: () => {
        expect(told).toEqual([]);
        return Promise.resolve();
      },
    });
    expect(await made()).toEqual([{ customer_id: 'a', from_band: 'medium', warning_state: 'new' }]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      type: 'warning.created',
      warning: {
        id: 'w000000000001',
        created_at: '2018-08-02T10:00:00.000Z',
        as_of: '2018-08-02',
        customer_id: 'a',
        from_band: 'medium',
        band: 'high',
        reasons: ['Last order 212 days ago.'],
        horizon_end: '2019-01-29',
        trigger: 'event',
        ...BASIS,
      },
      step: { from_state: null, to_state: 'new', who: 'churnwatch' },
    });
    expect(await warnings.since(0, 10)).toEqual(told);
    expect(await warnings.since(await warnings.lastSeq(), 10)).toEqual([]);
  });

  it('writes where customers stand when that has changed, and only then', async () => {
    const written: string[] = [];
    const considered = (one: TouchedProfile) =>
      store.transaction(async (statements) => {
        const run: Statements['run'] = (sql, parameters) => {
          if (sql.includes('standings')) written.push(String(parameters?.rows));
          return statements.run(sql, parameters);
        };
        await warnings.watcher.consider({ rows: (...asked) => statements.rows(...asked), run }, [one], BASIS, AT);
      });
    const stands = (): unknown[] => written.splice(0).map((rows) => JSON.parse(rows) as unknown);
    await considered(profile('a'));
    expect(stands()).toEqual([[{ customer_id: 'a', band: 'medium', as_of: '2018-08-01', warned_as_of: null }]]);
    await considered(profile('a'));
    expect(stands()).toEqual([]);
    await considered(profile('a', { asOf: '2018-08-03' }));
    expect(stands()).toEqual([[{ customer_id: 'a', band: 'medium', as_of: '2018-08-03', warned_as_of: null }]]);
    await considered(risen('a', { asOf: '2018-08-03' }));
    expect(stands()).toEqual([[{ customer_id: 'a', band: 'high', as_of: '2018-08-03', warned_as_of: '2018-08-03' }]]);
    await considered(risen('a', { asOf: '2018-08-03' }));
    expect(stands()).toEqual([]);
  });

  it('only notes a customer whom it sees for the first time, however high the risk', async () => {
    await consider([risen('a')]);
    await consider([risen('a', { asOf: '2018-08-03' })]);
    expect(await made()).toEqual([]);
  });

  it('leaves no trace of a transaction that fails, and has its effect once when it is run again', async () => {
    await consider([profile('a'), profile('b')]);
    const failing = consider([risen('a'), risen('b')], { then: () => Promise.reject(new Error('killed')) });
    await expect(failing).rejects.toThrow('killed');
    expect([await made(), told]).toEqual([[], []]);
    await consider([risen('a'), risen('b')]);
    await consider([risen('a'), risen('b')]);
    expect((await made()).map((row) => row.customer_id)).toEqual(['a', 'b']);
    expect(told.map(({ warning }) => warning.customer_id)).toEqual(['a', 'b']);
  });

  it('stays silent while a customer on the edge goes up and down within the margin', async () => {
    await consider([profile('a')]);
    const odds = [0.66, 0.7, 0.66, 0.73, 0.6];
    for (const [i, relativeOdds] of odds.entries()) {
      await consider([profile('a', { asOf: `2018-08-0${i + 2}`, relativeOdds })]);
    }
    expect(await made()).toHaveLength(1);
  });

  it('warns of a customer again only after the cool-down, and counts who is left out', async () => {
    await consider([profile('a')]);
    await consider([risen('a')]);
    await consider([profile('a', { asOf: '2018-08-20' }), risen('a', { asOf: '2018-08-21' })]);
    expect(await made()).toHaveLength(1);
    expect(await store.rows('SELECT reason, customers FROM suppressed')).toEqual([
      { reason: 'cool_down', customers: 1 },
    ]);
    await consider([profile('a', { asOf: '2018-08-30' }), risen('a', { asOf: '2018-09-01' })]);
    expect(await made()).toHaveLength(2);
  });

  it('holds to the daily limit of each segment over all transactions, and counts who is beyond it', async () => {
    open({ dailyLimit: 2 });
    const ids = ['a', 'b', 'c', 'd'];
    await consider([...ids, 'x'].map((id) => profile(id)));
    await consider([risen('a'), risen('b'), risen('c'), risen('x', { segment: 'Champions' })]);
    await consider([risen('d')]);
    expect((await made()).map((row) => row.customer_id)).toEqual(['a', 'b', 'x']);
    const suppressed = await store.rows(
      'SELECT reason, segment, sum(customers) AS customers FROM suppressed GROUP BY ALL',
    );
    expect(suppressed).toEqual([{ reason: 'daily_limit', segment: 'Loyal', customers: 2 }]);
  });

  it('says nothing of scores as of days gone by, as a clock that was set back makes them', async () => {
    await consider([profile('a', { asOf: '2018-08-10' })]);
    await consider([risen('a', { asOf: '2018-08-05' })], { at: AT - 5 * 86_400_000 });
    expect(await made()).toEqual([]);
    await consider([risen('a', { asOf: '2018-08-10' })]);
    expect(await made()).toHaveLength(1);
  });

  it('holds customers of little value back, and those drawn for comparison out of what is told', async () => {
    open({ valueFrom: 50, holdOutShare: 0.5 });
    const ids = Array.from({ length: 20 }, (_, i) => `customer-${i}`);
    await consider(ids.map((id) => profile(id)));
    await consider([...ids.map((id) => risen(id)), risen('customer-3', { valueIfReturns: 10 })]);
    const heldOut = ids.filter((id) => isHeldOut(id, 0.5));
    expect(heldOut.length).toBeGreaterThan(2);
    const rows = await store.rows('SELECT customer_id FROM warnings WHERE held_out ORDER BY id');
    expect(rows.map((row) => row.customer_id)).toEqual(heldOut);
    expect(told.map(({ warning }) => warning.customer_id)).toEqual(ids.filter((id) => !isHeldOut(id, 0.5)));
    expect(await warnings.since(0, 100)).toHaveLength(told.length);
  });

  it('warns of nobody whose value is below the threshold', async () => {
    open({ valueFrom: 150 });
    await consider([profile('a'), profile('b')]);
    await consider([risen('a'), risen('b', { valueIfReturns: 150 })]);
    expect((await made()).map((row) => row.customer_id)).toEqual(['b']);
  });

  it('resolves a warning when the customer buys again', async () => {
    await consider([profile('a')]);
    await consider([risen('a')]);
    await consider([profile('a', { asOf: '2018-08-09', lastOrder: '2018-08-09', relativeOdds: 3 })]);
    expect(told.at(-1)).toMatchObject({
      type: 'warning.updated',
      warning: { warning_state: 'resolved', returned_on: '2018-08-09', version: 2 },
      step: { from_state: 'new', to_state: 'resolved', note: 'Bought again on 2018-08-09.' },
    });
    expect((await warnings.since(told[0]?.seq ?? 0, 10))[0]).toEqual(told.at(-1));
  });

  it('counts what was bought on the day of the warning, after it', async () => {
    await consider([profile('a'), profile('b')]);
    await consider([risen('a'), risen('b', { lastOrder: '2018-08-02' })]);
    await consider(['a', 'b'].map((id) => risen(id, { lastOrder: '2018-08-02', relativeOdds: 2 })));
    expect(await returns()).toEqual([
      { customer_id: 'a', warning_state: 'resolved', returned_on: '2018-08-02' },
      { customer_id: 'b', warning_state: 'new', returned_on: null },
    ]);
  });

  it('takes back that a customer bought again when the order is canceled', async () => {
    const bought = (...days: string[]) => consider([profile('a', { purchaseDays: ['2018-01-01', ...days] })]);
    await consider([profile('a')]);
    await consider([risen('a')]);
    await bought('2018-08-09');
    expect(await returns()).toMatchObject([{ returned_on: '2018-08-09' }]);
    await bought();
    expect(await returns()).toMatchObject([{ warning_state: 'resolved', returned_on: null }]);
    await bought('2018-08-11');
    expect(await returns()).toMatchObject([{ returned_on: '2018-08-11' }]);
  });

  it('goes by all purchases that stand: the first of them after the warning and within its horizon', async () => {
    const bought = async (...days: string[]) => {
      await consider([profile('a', { purchaseDays: ['2018-01-01', ...days], lastOrder: days.at(-1) })]);
      return (await returns()).map((row) => row.returned_on);
    };
    await consider([profile('a')]);
    await consider([risen('a')]);
    expect(await bought('2018-08-12', '2018-08-20', '2019-08-01')).toEqual(['2018-08-12']);
    // One that comes late, and one that was canceled.
    expect(await bought('2018-08-05', '2018-08-12', '2019-08-01')).toEqual(['2018-08-05']);
    expect(await bought('2018-08-12', '2019-08-01')).toEqual(['2018-08-12']);
    expect(await bought('2019-08-01')).toEqual([null]);
  });
});
