import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSample } from '@churnwatch/sample';
import { Scorings } from '../../churn/scoring/scorings';
import { servedModel } from '../../churn/scoring/served-model';
import { topReasons } from '../../churn/playbook';
import { builtInPlaybook } from '../../churn/playbook/load-playbook';
import { PORTUGUESE_ACTIONS } from '../../churn/playbook/portuguese-playbook';
import { readReorderTimes } from '../../churn/reasons';
import { smallModel } from '../../churn/model/testing/small-model';
import type { Champion } from '../../churn/model/keeper';
import { EVENT_FEATURES } from '../../churn/features/feature-specs';
import { madeEvents, personsIn, until } from '../../churn/features/testing/made-events';
import { writeShopUntil } from '../../churn/features/testing/until';
import { resolveSettings } from '../../contract';
import type { ScoredProfile } from '../../events/profile';
import { eventsAfter, type LoggedEvent } from '../../events/process/logged-event';
import { UnusableEventError } from '../../events/process/scorer';
import { openEventStore, type EventStore } from '../../events/store/store';
import { Snapshots } from '../../segments/snapshot';
import { build, openWarehouse, type Row, type Warehouse } from '../../warehouse';
import { warehousePaths } from '../../warehouse/generations/paths';
import { writeSupplement } from '../../warehouse/supplement/testing/write-supplement';
import { reasonReader } from '../churn/reasons';
import { LiveScoring, type LiveScorerOptions } from './live-scorer';
import { openGeneration } from './opened-generation';
import { Successor } from './successor';
import { append } from './testing/append';
import { laterEvents, laterHabits, type MadeEvent } from './testing/later-events';

const CUT = '2018-06-30';
const settings = resolveSettings({});

let folder: string;
let before: Warehouse;
let whole: Warehouse;
let champion: Champion;
let store: EventStore;
let events: MadeEvent[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-live-'));
  const data = join(folder, 'data');
  await generateSample({ out: data, customers: 1_000, seed: 21 });
  await writeShopUntil(data, join(folder, 'until'), CUT);
  const persons = (await personsIn(join(folder, 'until'))).filter((_, i) => i % 3 === 0);
  const habits = madeEvents(persons, { from: '2018-04-01', to: '2018-08-20' });
  await writeSupplement(join(folder, 'whole'), { customer_events: habits });
  await writeSupplement(join(folder, 'out'), { customer_events: until(habits, CUT) });
  await build({ data, out: join(folder, 'whole') });
  await build({ data: join(folder, 'until'), out: join(folder, 'out') });
  [before, whole] = await Promise.all([openWarehouse(join(folder, 'out')), openWarehouse(join(folder, 'whole'))]);
  const model = await smallModel({}, EVENT_FEATURES);
  champion = { model, served: servedModel(model) };
  events = laterHabits(await laterEvents(data, CUT), habits, CUT);
  store = await openEventStore(join(folder, 'out'));
  await append(store, events);
});
afterAll(async () => {
  await store.close();
  await Promise.all([before.close(), whole.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A scorer over the log, with a generation that has its events up to `foldedUpTo`. */
function scoring(options: Partial<LiveScorerOptions> = {}): LiveScoring {
  return new LiveScoring({
    out: join(folder, 'out'),
    store,
    settings,
    models: { current: () => champion, reason: () => undefined, coming: () => false },
    playbook: () => Promise.resolve({ playbook: builtInPlaybook() }),
    generation: () => before.generation,
    foldedUpTo: () => Promise.resolve(0),
    restFactor: 0,
    ...options,
  });
}

/** The same customers in a warehouse that was built from all files. */
async function built(asOf: string): Promise<Map<string, Row>> {
  return whole.use(async (engine) => {
    const snapshots = new Snapshots(engine);
    const scorings = new Scorings(engine, champion.model, champion.served);
    const request = { asOf, bands: settings.riskBands, snapshotKey: '' };
    const rows = await scorings.with(
      { ...request, snapshot: (use) => snapshots.with({ asOf, settings }, use) },
      async ({ table, matrix, explain }) => {
        const found = await engine.rows(
          `SELECT *, strftime(last_order, '%Y-%m-%d') AS last_day, (SELECT string_agg(day::VARCHAR, ' ' ORDER BY day)
             FROM (SELECT DISTINCT purchase_day AS day FROM fct_orders JOIN dim_customers USING (customer_key)
               WHERE is_purchase AND customer_id = scored.customer_id)) AS days
           FROM ${table} AS scored`,
        );
        const { columns, names } = await matrix();
        const reorderTimes = await readReorderTimes(engine, asOf);
        const reasonsOf = reasonReader(champion.served, { reorderTimes, horizonDays: 180 });
        const explanations = await explain(found.map((row) => Number(row.matrix_row)));
        return found.map((row, i) => {
          const values = Float64Array.from(
            champion.served.features,
            (name) => columns[names.indexOf(name)]![Number(row.matrix_row)]!,
          );
          const [main] = topReasons(reasonsOf(explanations[i]!, values));
          const known: Row = { ...row, reason: main?.sentence ?? null };
          return known;
        });
      },
    );
    return new Map(rows.map((row) => [String(row.customer_id), row]));
  });
}

const PORTUGUESE_TITLES = Object.values(PORTUGUESE_ACTIONS).map(({ title }) => title);

const lineOf = (profile: ScoredProfile) => ({
  customer_id: profile.customerId,
  churn_probability: profile.churnProbability,
  band: profile.band,
  relative_odds: profile.relativeOdds,
  segment: profile.segment,
  state: profile.state,
  value_if_returns: profile.valueIfReturns,
  revenue_at_risk: profile.revenueAtRisk,
  monetary: profile.monetary,
  last_day: profile.lastOrder,
});

describe('customers whom events touched', () => {
  let logged: LoggedEvent[];
  let expected: Map<string, Row>;
  let asOf: string;
  beforeAll(async () => {
    logged = await eventsAfter(store, 0, events.length);
    asOf = events.at(-1)!.occurred_at.slice(0, 10);
    expected = await built(asOf);
  });

  it('have the scores of a warehouse that was built from the same', async () => {
    const live = scoring();
    await live.score(logged.slice(0, 200));
    const { profiles, basis } = await live.score(logged);
    await live.close();
    expect(basis).toEqual({ generation: before.generation.id, model: champion.model.facts.id });
    expect(profiles[0]!.asOf).toBe(asOf);
    expect(profiles.map(({ customerId }) => customerId).sort()).toEqual(
      [...new Set(events.map(({ customer_id }) => customer_id))].filter((id) => expected.has(id)).sort(),
    );
    expect(profiles.length).toBeGreaterThan(100);
    for (const profile of profiles) expect(expected.get(profile.customerId)).toMatchObject(lineOf(profile));
  });

  it('have all days with a purchase that stands', async () => {
    const live = scoring();
    const { profiles } = await live.score(logged);
    await live.close();
    for (const { customerId, purchaseDays } of profiles) {
      expect(purchaseDays.toSorted().join(' ')).toBe(expected.get(customerId)?.days);
    }
  });

  it('have the same scores once the facts that are read beside the scoring have come', async () => {
    const live = scoring({ restFactor: 1e-9 });
    let { profiles } = await live.score(logged.slice(0, 200));
    const isSame = (profile: ScoredProfile): boolean => {
      const { revenueAtRisk, segment } = profile;
      const row = expected.get(profile.customerId);
      return row?.revenue_at_risk === revenueAtRisk && row.segment === segment;
    };
    for (let tries = 0; tries < 50 && !profiles.every(isSame); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      ({ profiles } = await live.score(logged));
    }
    await live.close();
    expect(profiles.length).toBeGreaterThan(100);
    for (const profile of profiles) expect(expected.get(profile.customerId)).toMatchObject(lineOf(profile));
  });

  it('have its reasons, in its words', async () => {
    const live = scoring();
    const { profiles } = await live.score(logged);
    await live.close();
    const told = profiles.filter(({ customerId }) => expected.get(customerId)?.reason).slice(0, 30);
    expect(told).toHaveLength(30);
    for (const { customerId, words } of told) {
      const { en, 'pt-BR': portuguese } = words;
      expect(en.reasons[0]).toBe(expected.get(customerId)?.reason);
      expect(portuguese.reasons).toHaveLength(en.reasons.length);
      expect(portuguese.reasons[0]).not.toBe(en.reasons[0]);
      expect(PORTUGUESE_TITLES).toContain(portuguese.action);
    }
  });

  it('have the same scores when another process goes on with the log', async () => {
    const live = scoring();
    const { profiles } = await live.score(logged.slice(-40));
    await live.close();
    expect(profiles.length).toBeGreaterThan(5);
    for (const profile of profiles) expect(expected.get(profile.customerId)).toMatchObject(lineOf(profile));
  });

  it.each([0, 1])('have the same scores over a generation that was got ready before (%d)', async (share) => {
    const live = scoring();
    await live.prepare(share * logged.at(-41)!.seq);
    const { profiles } = await live.score(logged.slice(-40));
    await live.close();
    expect(profiles.length).toBeGreaterThan(5);
    for (const profile of profiles) expect(expected.get(profile.customerId)).toMatchObject(lineOf(profile));
  });

  it('have the same scores over the generation that has taken the events in', async () => {
    let serving = before.generation;
    let folded = 0;
    const live = scoring({ generation: () => serving, foldedUpTo: () => Promise.resolve(folded) });
    await live.score(logged.slice(0, -50));
    await copyFile(
      warehousePaths(join(folder, 'whole')).database(whole.generation.id),
      warehousePaths(join(folder, 'out')).database(whole.generation.id),
    );
    serving = whole.generation;
    folded = logged.at(-51)!.seq;
    // It is opened while the one before goes on.
    let scored = await live.score(logged.slice(-50));
    expect(scored.basis.generation).toBe(before.generation.id);
    while (scored.basis.generation !== whole.generation.id) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      scored = await live.score(logged.slice(-50));
    }
    await live.close();
    expect(scored.profiles.length).toBeGreaterThan(5);
    for (const profile of scored.profiles) expect(expected.get(profile.customerId)).toMatchObject(lineOf(profile));
  });
});

describe('the generation that serves next', () => {
  const options = () => ({ out: join(folder, 'out'), store, foldedUpTo: () => Promise.resolve(0), restFactor: 0 });
  const lastSeq = async (): Promise<number> => {
    const [row] = await store.rows('SELECT max(seq) AS seq FROM events');
    return Number(row?.seq);
  };

  it('has caught up with the events that come while it is got ready', async () => {
    const serving = await openGeneration(options(), before.generation, 0);
    const successor = new Successor(options(), before.generation, serving);
    serving.seq = await lastSeq();
    serving.latestDay = '2018-08-20';
    expect(serving.seq).toBeGreaterThan(500);
    expect(successor.ready()).toBeUndefined();
    await successor.settled;
    expect(successor.ready()).toMatchObject({ seq: serving.seq });
    await successor.close();
    await serving.shop.close();
  });

  it('takes over although events come faster than it gets on', async () => {
    const serving = await openGeneration(options(), before.generation, 0);
    let seq = 0;
    const fast = Object.defineProperty({ ...serving }, 'seq', { get: () => (seq += 1_000) });
    const successor = new Successor(options(), before.generation, fast);
    await successor.settled;
    expect(successor.ready()?.seq).toBeGreaterThan(1_000);
    await successor.close();
    await serving.shop.close();
  });

  it('is let go of in the middle of it', async () => {
    const serving = await openGeneration(options(), before.generation, 0);
    const successor = new Successor(options(), before.generation, serving);
    serving.seq = await lastSeq();
    await successor.close();
    await serving.shop.close();
  });
});

it('goes on with the generation before when the next one cannot be opened, and then says why', async () => {
  let serving = before.generation;
  const live = scoring({ generation: () => serving });
  const events = await eventsAfter(store, 0, 20);
  await live.score(events);
  serving = { ...before.generation, id: '20990101-000000000-none' };
  const { basis } = await live.score(events);
  expect(basis.generation).toBe(before.generation.id);
  const failing = async (): Promise<void> => {
    for (;;) await live.score(events);
  };
  await expect(failing()).rejects.toThrow(/20990101/);
  serving = before.generation;
  expect((await live.score(events)).basis.generation).toBe(before.generation.id);
  await live.close();
});

it('frees a generation that was being opened when it is closed', async () => {
  let serving = before.generation;
  const live = scoring({ generation: () => serving });
  const events = await eventsAfter(store, 0, 20);
  await live.score(events);
  serving = { ...before.generation, id: whole.generation.id };
  await live.score(events);
  await live.close();
  await live.close();
});

it('gives nobody a profile who has not bought anything', async () => {
  const [last] = await store.rows('SELECT max(seq) AS seq FROM events');
  await append(store, [
    { id: 'x1', type: 'page_viewed', customer_id: 'stranger', order_id: '', occurred_at: '2018-08-01', body: '{}' },
    { id: 'x2', type: 'order_paid', customer_id: 'stranger', order_id: 'none', occurred_at: '2018-08-01', body: '{}' },
  ]);
  const live = scoring();
  const { profiles } = await live.score(await eventsAfter(store, Number(last?.seq), 10));
  await live.close();
  expect(profiles).toEqual([]);
});

it.each([
  ['no number where one must be', '{"score":"many"}', /cannot be read.*many/],
  ['half a character', String.raw`{"score":1,"message":"\ud800"}`, /cannot be read.*surrogate/],
])('tells an event apart whose content has %s, and goes on with the others', async (_what, body, reason) => {
  const [last] = await store.rows('SELECT max(seq) AS seq FROM events');
  const customer = events[0]!.customer_id;
  await append(store, [
    {
      id: 'y1',
      type: 'order_reviewed',
      customer_id: customer,
      order_id: 'o',
      occurred_at: '2018-08-01',
      body,
    },
    {
      id: 'y2',
      type: 'page_viewed',
      customer_id: events[1]!.customer_id,
      order_id: '',
      occurred_at: '2018-08-01',
      body: '{}',
    },
  ]);
  const [bad, good] = await eventsAfter(store, Number(last?.seq), 10);
  const live = scoring();
  await live.score(await eventsAfter(store, 0, 20));
  await expect(live.score([bad!, good!])).rejects.toThrow(UnusableEventError);
  await expect(live.score([bad!])).rejects.toThrow(reason);
  await store.transaction((statements) => statements.run(`DELETE FROM events WHERE id = 'y1'`));
  expect((await live.score([good!])).profiles).toHaveLength(1);
  await live.close();
});

it.each([
  ['a warehouse', { generation: () => undefined }, 'The warehouse is not there yet'],
  [
    'a model',
    {
      models: {
        current: () => undefined,
        reason: () => ({ en: 'It is being trained.', 'pt-BR': 'Está em treino.' }),
        coming: () => true,
      },
    },
    'trained',
  ],
])('waits for %s', async (_what, options, message) => {
  const live = scoring(options);
  await expect(live.score(await eventsAfter(store, 0, 1))).rejects.toThrow(message);
  await live.close();
});
