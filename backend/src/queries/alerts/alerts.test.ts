import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DEFAULT_BANDS,
  DEFAULT_SETTINGS,
  DEFAULT_WARNING_RULES,
  startOf,
  type GenerationSummary,
} from '../../contract';
import { openEventStore, type EventStore } from '../../events/store/store';
import { isHeldOut } from '../../events/warnings/hold-out';
import { BASIS, profile, risen, WORDS } from '../../events/warnings/testing/profiles';
import { openWarnings, type Warnings } from '../../events/warnings/warnings';
import type { Engine } from '../../warehouse/engine';
import { Answerer } from '../answer';
import { rowsOf } from '../testing/shop';
import type { WarningAccess } from './source';

const TOTALS = { orders: 1, customers: 1, payments: 1 };
const GENERATION: GenerationSummary = {
  id: 'g1',
  builtAt: '2018-09-01T00:00:00Z',
  sample: false,
  source: '/shop',
  firstDay: '2017-01-01',
  lastDay: '2018-08-31',
  regularFirstDay: '2017-01-01',
  regularLastDay: '2018-08-29',
  all: TOTALS,
  purchases: TOTALS,
  rowsRead: 1,
  rowsRejected: 0,
};
const NO_ENGINE = {} as Engine;
const IDS = Array.from({ length: 12 }, (_, i) => `customer-${i}-of-the-shop`);
const HELD_OUT = IDS.filter((id) => isHeldOut(id, 0.3));

/** Not in the order in which they are warned of. */
const atRisk = (id: string): number => 100 + ((IDS.indexOf(id) * 5) % 12);
const byAtRisk = (ids: readonly string[]): string[] => ids.toSorted((one, other) => atRisk(other) - atRisk(one));

let out: string;
let store: EventStore;
let warnings: Warnings;
let access: WarningAccess;

const consider = (at: number, ...profiles: Parameters<Warnings['watcher']['consider']>[1][number][]) =>
  store.transaction((statements) => warnings.watcher.consider(statements, profiles, BASIS, at));

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-alerts-'));
  store = await openEventStore(out);
  const rules = { ...DEFAULT_WARNING_RULES, holdOutShare: 0.3, dailyLimit: 9, valueFrom: 0 };
  warnings = openWarnings({ store, rules, bands: DEFAULT_BANDS, horizonDays: 30, onFault: () => {} });
  access = { source: { rows: (sql, parameters) => store.rows(sql, parameters), lastSeq: () => warnings.lastSeq() } };
  await consider(0, ...IDS.map((id) => profile(id)));
  const segments = ['Loyal', 'Champions'] as const;
  const all = IDS.map((id, i) =>
    risen(id, { segment: segments[i % 2], revenueAtRisk: atRisk(id), state: i < 6 ? 'SP' : 'RJ' }),
  );
  await consider(Date.UTC(2018, 7, 2, 9), ...all);
  await consider(Date.UTC(2018, 7, 3), profile('late', { asOf: '2018-08-05' }));
  await consider(Date.UTC(2018, 7, 10), risen('late', { asOf: '2018-08-10' }));
});
afterEach(async () => {
  await store.close();
  await rm(out, { recursive: true, force: true });
});

interface Asking {
  from?: string;
  to?: string;
  fullIds?: boolean;
  of?: WarningAccess;
}

async function ask(
  model: object,
  { from = '2018-01-01', to = '2018-12-31', fullIds = true, of = access }: Asking = {},
) {
  const keeper = {
    use: <T>(work: (engine: Engine, generation: GenerationSummary) => Promise<T>) => work(NO_ENGINE, GENERATION),
    loads: () => Promise.resolve([]),
  };
  const fault = (_: string, error: unknown): never => {
    throw error;
  };
  const answerer = new Answerer(keeper, DEFAULT_SETTINGS, fault, undefined, undefined, undefined, () => of);
  const range = { from: startOf(from), to: startOf(to) };
  return answerer.answer({ model, range, maxDataPoints: 100, fullIds });
}
const rows = async (model: object, asking: Asking = {}) => {
  const { status, error, frames } = await ask(model, asking);
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return rowsOf(frames[0]);
};
const ids = async (model: object, asking: Asking = {}) =>
  (await rows({ kind: 'alerts', ...model }, asking)).map(({ customer_id }) => customer_id);
const shown = IDS.filter((id) => !HELD_OUT.includes(id));

describe('alerts', () => {
  it('lists who was warned of, but never those who are left alone', async () => {
    expect(HELD_OUT.length).toBeGreaterThan(0);
    expect((await ids({ sort: 'customer', descending: false })).toSorted()).toEqual([...shown, 'late'].toSorted());
    const [first] = await rows({ kind: 'alerts', filters: { segment: ['Loyal'] }, search: 'late' });
    expect(first).toMatchObject({ band: 'high', from_band: 'medium', reason: 'Last order 212 days ago.', owner: null });
  });

  it('narrows by filters, state of the warning, owner and time', async () => {
    expect(await ids({ filters: { state: ['RJ'], segment: ['Loyal'] } })).toEqual(
      byAtRisk(shown.filter((id) => IDS.indexOf(id) >= 6 && IDS.indexOf(id) % 2 === 0)),
    );
    expect(await ids({ exclude: { state: ['SP', 'RJ'] } })).toEqual([]);
    expect(await ids({ filters: { band: ['low'] } })).toEqual([]);
    expect(await ids({ warning_state: ['acted'] })).toEqual([]);
    expect(await ids({ owner: 'ana' })).toEqual([]);
    expect(await ids({}, { from: '2018-08-09', to: '2018-08-11' })).toEqual(['late']);
    expect(await ids({ since: '2018-08-04' }, { from: '2017-01-01', to: '2017-02-01' })).toEqual(['late']);
    expect(await ids({}, { from: '2019-01-01', to: '2020-01-01' })).toEqual([]);
  });

  it('has the newest first, and of one moment those with the most at stake', async () => {
    expect(await ids({})).toEqual(['late', ...byAtRisk(shown)]);
  });

  it.each([
    ['en', 'New', 'medium'],
    ['pt-BR', 'Novo', 'Risco médio'],
  ])('says in the language %s where warnings stand', async (language, state, band) => {
    const { frames } = await ask({ kind: 'alerts', language });
    const shownAs = (name: string, value: string) => {
      const field = frames[0]?.fields.find(({ column }) => column.name === name);
      return field?.config?.mappings?.[0]?.options[value];
    };
    expect(shownAs('warning_state', 'new')).toEqual({ text: state, color: 'red' });
    expect(shownAs('from_band', 'medium')?.text ?? 'medium').toBe(band);
  });

  it('pages, and shortens ids for who may not see them whole', async () => {
    const page = (offset: number) => ids({ sort: 'revenue_at_risk', limit: 2, offset });
    const all = await ids({ sort: 'revenue_at_risk' });
    expect([...(await page(0)), ...(await page(2))]).toEqual(all.slice(0, 4));
    expect(new Set(await ids({ search: 'customer-9-and-more' }, { fullIds: false }))).toEqual(new Set(['customer…']));
  });

  it('tells why and what to do in the language asked for', async () => {
    const { en, 'pt-BR': portuguese } = WORDS;
    const [english] = await rows({ kind: 'alerts', limit: 1 });
    expect(english).toMatchObject({ reason: en.reasons[0], action: en.action });
    const [own] = await rows({ kind: 'alerts', limit: 1, language: 'pt-BR' });
    expect(own).toMatchObject({ id: english?.id, reason: portuguese.reasons[0], action: portuguese.action });
    const readOut = { kind: 'alert_stats', view: 'read_out' };
    const texts = async (language: string) => (await rows({ ...readOut, language })).map(({ text }) => String(text));
    const [told, toldOwn] = [await texts('en'), await texts('pt-BR')];
    expect(toldOwn.filter((text) => told.includes(text))).toEqual([]);
  });

  it('says what it leaves aside, and why there are none', async () => {
    const { frames } = await ask({ kind: 'alerts', filters: { category: ['toys'] } });
    expect(JSON.stringify(frames[0]?.meta?.notices)).toContain('not narrowed by category');
    const missing = {
      missing: { en: 'Another process keeps the events.', 'pt-BR': 'Outro processo guarda os eventos.' },
    };
    for (const model of [{ kind: 'alerts' }, { kind: 'alert_stats' }, { kind: 'annotations', source: ['alerts'] }]) {
      for (const language of ['en', 'pt-BR'] as const) {
        const answer = await ask({ ...model, language }, { of: missing });
        const text = missing.missing[language];
        expect(answer.frames[0]).toMatchObject({ fields: [], meta: { notices: [{ text }] } });
      }
    }
    expect((await ask({ kind: 'annotations', source: ['alerts', 'loads'] }, { of: missing })).status).toBe(200);
  });
});

describe('alert_stats', () => {
  const change = async (customer: string | undefined, state: 'acted' | 'false_alarm') => {
    const [found] = await rows({ kind: 'alerts', search: customer });
    await warnings.change(String(found?.id), { state }, 'ana', true);
  };

  it('counts what is open, how fast it was taken up, and what came of it', async () => {
    const [before] = await rows({ kind: 'alert_stats' });
    expect(before).toMatchObject({
      warnings: shown.length + 1,
      acted_share: 0,
      response_hours: null,
      return_difference: null,
    });
    await change(shown[0], 'acted');
    await change(shown[1], 'false_alarm');
    const [after] = await rows({ kind: 'alert_stats' });
    const share = 1 / (shown.length + 1);
    expect(after).toMatchObject({ open_warnings: shown.length - 1, acted_share: share, false_alarm_share: share });
    expect(Number(after?.response_hours)).toBeGreaterThan(0);
    const one = await ask({ kind: 'alert_stats', measure: 'open_warnings' });
    expect(one.frames[0]).toMatchObject({ meta: { type: 'numeric-wide' } });
    expect(rowsOf(one.frames[0])).toEqual([{ open_warnings: shown.length - 1 }]);
  });

  it('counts what was done by a clock that was set back as done at once', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
    await change(shown[0], 'acted');
    clock.mockRestore();
    expect((await rows({ kind: 'alert_stats' }))[0]).toMatchObject({ response_hours: 0, acting_hours: 0 });
  });

  it('is a series by day', async () => {
    const series = await rows({ kind: 'alert_stats', view: 'history' });
    expect(series).toHaveLength(9);
    expect(series[0]).toMatchObject({ warnings: shown.length });
    expect(series.at(-1)).toMatchObject({ warnings: 1, acted: 0 });
  });

  it('says that it is too early to compare, and compares once the horizon has passed', async () => {
    await change(shown[0], 'acted');
    const early = await rows({ kind: 'alert_stats', view: 'read_out' });
    expect(early.map(({ group, customers }) => [group, customers])).toEqual([
      ['acted', 0],
      ['shown', 0],
      ['held_out', 0],
      ['acted_difference', 0],
      ['shown_difference', 0],
    ]);
    expect(early[0]?.text).toContain('Too early');
    const done = "INSERT INTO rescorings VALUES ('g2', 'm2', '2018-09-05', '2018-09-05', 1, 0, 0)";
    await store.transaction((statements) => statements.run(done));
    const acted = shown[0] ?? '';
    await consider(
      Date.UTC(2018, 8, 1),
      profile(acted, { asOf: '2018-08-20', lastOrder: '2018-08-20', relativeOdds: 3 }),
    );
    const read = await rows({ kind: 'alert_stats', view: 'read_out' });
    expect(read[0]).toMatchObject({ group: 'acted', customers: 1, returned: 1, return_share: 1, pending: 0 });
    expect(read[1]).toMatchObject({ group: 'shown', customers: shown.length, returned: 1, pending: 1 });
    expect(read[2]).toMatchObject({ group: 'held_out', customers: HELD_OUT.length, returned: 0, return_share: 0 });
    expect(read[3]).toMatchObject({ return_share: 1, pending: 0 });
  });
});

describe('annotations of early warnings', () => {
  it('are one event a day, with what is at stake and where most of it is', async () => {
    const events = await rows({ kind: 'annotations', source: ['alerts'] });
    expect(events.map(({ id }) => id)).toEqual(['alerts-2018-08-02', 'alerts-2018-08-10']);
    expect(events[0]).toMatchObject({
      title: `${shown.length} customers newly at high risk`,
      text: expect.stringMatching(/^R\$ \d+ at risk, most of it among (Loyal|Champions); \d+ still open\.$/) as string,
      tags: expect.stringMatching(/^alert,high,(Loyal|Champions)$/) as string,
    });
    expect(events[1]).toMatchObject({ title: '1 customer newly at high risk' });
    expect(await rows({ kind: 'annotations', source: ['alerts'] }, { from: '2018-08-03', to: '2018-08-09' })).toEqual(
      [],
    );
    expect(await rows({ kind: 'annotations', source: ['alerts'], filters: { segment: ['Lost'] } })).toEqual([]);
  });
});
