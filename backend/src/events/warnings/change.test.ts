import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_BANDS, DEFAULT_WARNING_RULES, type GrafanaAlert, type WarningNews } from '../../contract';
import { openEventStore, type EventStore } from '../store/store';
import { BASIS, profile, risen } from './testing/profiles';
import { openWarnings, type Warnings } from './warnings';

const ID = 'w000000000001';
const PAGE = { sort: 'created_at', descending: true, limit: 10, offset: 0 } as const;

let out: string;
let store: EventStore;
let warnings: Warnings;
let told: WarningNews[];

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-change-'));
  store = await openEventStore(out);
  const rules = { ...DEFAULT_WARNING_RULES, holdOutShare: 0, valueFrom: 0 };
  warnings = openWarnings({ store, rules, bands: DEFAULT_BANDS, horizonDays: 180, onFault: () => {} });
  const consider = (profiles: Parameters<Warnings['watcher']['consider']>[1]) =>
    store.transaction((statements) => warnings.watcher.consider(statements, profiles, BASIS, Date.UTC(2018, 7, 2)));
  await consider([profile('customer-a'), profile('customer-b')]);
  await consider([risen('customer-a'), risen('customer-b', { segment: 'Champions', revenueAtRisk: 500 })]);
  told = [];
  warnings.onWarning((news) => told.push(news));
});
afterEach(async () => {
  await store.close();
  await rm(out, { recursive: true, force: true });
});

describe('changing a warning', () => {
  it('moves it on, names who took it up, and keeps the history', async () => {
    await warnings.change(ID, { state: 'acknowledged', note: 'Calls\ntomorrow.' }, 'ana', true);
    const changed = await warnings.change(ID, { state: 'acted', owner: 'bruno', version: 2 }, 'ana', true);
    expect(changed).toMatchObject({
      alert: {
        state: 'acted',
        owner: 'bruno',
        version: 3,
        history: [
          { from_state: null, to_state: 'new', who: 'churnwatch' },
          { from_state: 'new', to_state: 'acknowledged', who: 'ana', owner: 'ana', note: 'Calls\ntomorrow.' },
          { from_state: 'acknowledged', to_state: 'acted', who: 'ana', owner: 'bruno', note: null },
        ],
      },
    });
    expect(told.map(({ step }) => step.to_state)).toEqual(['acknowledged', 'acted']);
    expect(await warnings.since(told[0]?.seq ?? 0, 10)).toEqual([told[1]]);
  });

  it('is anybody’s again when it was put back, unless somebody else is named', async () => {
    const steps = [
      { state: 'acknowledged' },
      { state: 'new', note: 'Not mine.' },
      { note: 'Still nobody’s.' },
    ] as const;
    for (const step of steps) await warnings.change(ID, step, 'ana', true);
    expect(await warnings.one(ID, true)).toMatchObject({ state: 'new', owner: null, acknowledged_at: null });
    await warnings.change(ID, { state: 'acknowledged' }, 'bruno', true);
    const handed = await warnings.change(ID, { state: 'new', owner: 'carla' }, 'bruno', true);
    expect(handed).toMatchObject({ alert: { state: 'new', owner: 'carla' } });
    await warnings.change(ID, { state: 'new', note: 'She knows.' }, 'bruno', true);
    expect(await warnings.one(ID, true)).toMatchObject({ owner: 'carla', history: { length: 7 } });
  });

  it.each([
    [['acted', 'acknowledged'], null],
    [['acted', 'resolved', 'acknowledged', 'new'], null],
    [['acted', 'resolved', 'acknowledged'], expect.any(String)],
  ] as const)('after %j was acted on: %p', async (states, acted_at) => {
    for (const state of states) await warnings.change(ID, { state }, 'ana', true);
    expect(await warnings.one(ID, true)).toMatchObject({ acted_at });
  });

  it('lets one of two editors win and tells the other what is so now', async () => {
    const change = (who: string) => warnings.change(ID, { state: 'acknowledged', version: 1 }, who, true);
    const [one, other] = await Promise.all([change('ana'), change('bruno')]);
    expect(one).toMatchObject({ alert: { owner: 'ana' } });
    const error = expect.stringMatching(/changed .* meanwhile: it is acknowledged, owner ana \(version 2\)/) as string;
    expect(other).toEqual({ status: 409, error });
  });

  it('says the same thing twice without a second step', async () => {
    for (let i = 0; i < 2; i++) await warnings.change(ID, { state: 'acknowledged' }, 'ana', true);
    expect(await warnings.one(ID, true)).toMatchObject({ version: 2, history: [{}, {}] });
  });

  it.each([
    [{ state: 'resolved' }, { state: 'acted' }, /resolved cannot become acted; it can become: acknowledged/],
    [{}, { note: 'x'.repeat(2_001) }, /note has 2001 characters; at most 2000/],
    [{}, { note: 'a\u0000b' }, /note has characters that cannot be shown/],
    [{}, { note: 'a\u202eb' }, /note has characters that cannot be shown/],
    [{}, { note: '\ud800' }, /note has characters that cannot be shown/],
    [{}, { owner: 'a\nb' }, /owner has characters that cannot be shown/],
    [{}, { owner: 'x'.repeat(121) }, /owner has 121 characters/],
  ] as const)('after %j refuses a change by %#: in words, and changing nothing', async (before, change, error) => {
    await warnings.change(ID, before, 'ana', true);
    const known = await warnings.one(ID, true);
    expect(await warnings.change(ID, change, 'ana', true)).toEqual({
      status: 422,
      error: expect.stringMatching(error) as string,
    });
    expect(await warnings.one(ID, true)).toEqual(known);
  });

  it('takes notes in any script as they are, and shows them as text', async () => {
    const note = `<script>alert(1)</script> '; DROP TABLE warnings; -- Olá, ção 💐`;
    await warnings.change(ID, { note }, 'ana', true);
    expect((await warnings.one(ID, true))?.history.at(-1)?.note).toBe(note);
  });

  it('does not know warnings that are held out, nor any of another id', async () => {
    await store.transaction((statements) =>
      statements.run('UPDATE warnings SET held_out = true WHERE id = $id', { id: ID }),
    );
    expect(await warnings.change(ID, { state: 'acted' }, 'ana', true)).toMatchObject({ status: 404 });
    expect(await warnings.one(ID, true)).toBeUndefined();
    expect(await warnings.list(PAGE, true)).toHaveLength(1);
  });
});

const grafana = (given: Partial<GrafanaAlert> = {}): GrafanaAlert => ({
  fingerprint: 'f1',
  status: 'firing',
  title: 'High-risk segment',
  summary: 'Too many of the loyal are at high risk',
  labels: { alertname: 'High-risk segment', segment: 'Loyal' },
  annotations: {},
  starts_at: '2018-08-03T00:00:00.000Z',
  ends_at: null,
  url: 'https://grafana.example/alerting/1',
  received_at: '2018-08-03T00:00:01.000Z',
  ...given,
});

describe('the list of alerts', () => {
  it('holds both kinds, narrowed, sorted and paged', async () => {
    await warnings.takeGrafana([grafana()]);
    const all = await warnings.list(PAGE, true);
    expect(all.map(({ kind, id }) => [kind, id])).toEqual([
      ['grafana', 'g-f1'],
      ['early_warning', 'w000000000002'],
      ['early_warning', ID],
    ]);
    const ids = async (filter: object) => (await warnings.list({ ...PAGE, ...filter }, true)).map(({ id }) => id);
    expect(await ids({ kind: 'grafana' })).toEqual(['g-f1']);
    expect(await ids({ segment: ['Champions'] })).toEqual(['w000000000002']);
    expect(await ids({ customer: 'customer-a' })).toEqual([ID]);
    expect(await ids({ sort: 'revenue_at_risk' })).toEqual(['w000000000002', ID, 'g-f1']);
    expect(await ids({ limit: 1, offset: 1 })).toEqual(['w000000000002', ID]);
    expect(await ids({ since: Date.UTC(2018, 7, 3) })).toEqual(['g-f1']);
    expect(await ids({ state: ['acted'] })).toEqual([]);
  });

  it('finds alerts of Grafana’s by the segment and the state in their labels', async () => {
    const labels = { segment: 'Champions', state: 'SP' };
    await warnings.takeGrafana([
      grafana(),
      grafana({ fingerprint: 'f2', labels }),
      grafana({ fingerprint: 'f3', labels: { segment: '' } }),
    ]);
    const found = await warnings.list({ ...PAGE, kind: 'grafana' }, true);
    expect(found.map(({ id, segment, customer_state }) => [id, segment, customer_state])).toEqual([
      ['g-f3', null, null],
      ['g-f2', 'Champions', 'SP'],
      ['g-f1', 'Loyal', null],
    ]);
    const ids = async (filter: object) => (await warnings.list({ ...PAGE, ...filter }, true)).map(({ id }) => id);
    expect(await ids({ segment: ['Champions'] })).toEqual(['g-f2', 'w000000000002']);
    expect(await ids({ kind: 'grafana', customer_state: ['SP'] })).toEqual(['g-f2']);
  });

  it('shortens ids, and lets nobody search by more of them than is shown', async () => {
    const [alert] = await warnings.list({ ...PAGE, customer: 'customer-zzz' }, false);
    expect(alert?.customer_id).toBe('customer…');
  });

  it('keeps the newest word on each alert of Grafana’s', async () => {
    const resolved = grafana({ status: 'resolved', ends_at: '2018-08-03T01:00:00.000Z' });
    await warnings.takeGrafana([grafana(), resolved]);
    await warnings.takeGrafana([grafana()]);
    expect(await warnings.one('g-f1', true)).toMatchObject({
      state: 'resolved',
      closed_at: '2018-08-03T01:00:00.000Z',
    });
    await warnings.takeGrafana([grafana({ starts_at: '2018-08-04T00:00:00.000Z' })]);
    expect(await warnings.one('g-f1', true)).toMatchObject({ state: 'new', closed_at: null });
    expect(await warnings.list({ ...PAGE, kind: 'grafana' }, true)).toHaveLength(1);
  });

  it('keeps the numbers with which an alert of Grafana’s fired when it is over', async () => {
    const summary = async () => (await warnings.one('g-f1', true))?.reasons;
    await warnings.takeGrafana([grafana({ summary: '18% are at high risk' })]);
    await warnings.takeGrafana([grafana({ summary: '19% are at high risk' })]);
    await warnings.takeGrafana([grafana({ status: 'resolved', summary: '11% are at high risk' })]);
    expect(await summary()).toEqual(['19% are at high risk']);
    // Nobody was told of this one while it fired.
    const later = { starts_at: '2018-08-04T00:00:00.000Z', status: 'resolved' as const };
    await warnings.takeGrafana([grafana({ ...later, summary: '12% are at high risk' })]);
    expect(await summary()).toEqual(['12% are at high risk']);
  });

  it('keeps the newest of several words in one notification, in whatever order they stand', async () => {
    const resolved = grafana({ status: 'resolved' });
    const again = grafana({ starts_at: '2018-08-04T00:00:00.000Z' });
    await warnings.takeGrafana([
      resolved,
      grafana(),
      ...[again, resolved].map((one) => ({ ...one, fingerprint: 'f2' })),
    ]);
    const stateOf = async (id: string) => (await warnings.one(id, true))?.state;
    expect([await stateOf('g-f1'), await stateOf('g-f2')]).toEqual(['resolved', 'new']);
  });

  it('takes the next word on an alert that lies ahead, as a clock that was set back leaves it', async () => {
    await warnings.takeGrafana([grafana({ starts_at: '2019-08-03T00:00:00.000Z' })]);
    await warnings.takeGrafana([grafana({ status: 'resolved' })]);
    expect(await warnings.one('g-f1', true)).toMatchObject({
      state: 'resolved',
      created_at: '2018-08-03T00:00:00.000Z',
    });
  });
});
