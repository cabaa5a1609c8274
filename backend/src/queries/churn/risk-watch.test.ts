import { addDays, RISK_WATCH_FIGURES, type Frame } from '../../contract';
import { checkFrame, outgoing } from '../../frames';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';
import { fakeModel } from './testing/fake-model';
import { fakeScorer } from './testing/fake-scorer';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));
const AS_OF = '2018-06-30';

async function frameOf(model: object, options: AskOptions = {}): Promise<Frame | undefined> {
  const asked = { asOf: AS_OF, ...model };
  const { status, error, frames } = await shop.ask(asked, { scorer, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  frames.forEach((frame) => checkFrame(outgoing(frame)));
  return frames[0];
}
const watch = async (query: object, options?: AskOptions) =>
  rowsOf(await frameOf({ kind: 'risk_watch', ...query }, options));
const figureOf = async (figure: string, query: object = {}) => (await watch({ figure, ...query }))[0]?.[figure];
const scores = async (query: object = {}) =>
  rowsOf(await frameOf({ kind: 'churn_scores', limit: 1_000_000, ...query }, { fullIds: true }));

const high = (rows: readonly Record<string, unknown>[]) => rows.filter(({ band }) => band === 'high');
const sumOf = (rows: readonly Record<string, unknown>[], key: string) =>
  rows.reduce((total, row) => total + Number(row[key]), 0);

describe('risk_watch', () => {
  it.each(RISK_WATCH_FIGURES)('gives one number of %s for the whole shop, and one per segment', async (figure) => {
    const whole = await frameOf({ kind: 'risk_watch', figure });
    expect(whole?.meta?.type).toBe('numeric-wide');
    expect(whole?.fields.map(({ column }) => [column.name, column.length])).toEqual([[figure, 1]]);
    const groups = await frameOf({ kind: 'risk_watch', figure, by: 'segment' });
    expect(groups?.meta?.type).toBe('numeric-long');
    expect(groups?.fields.map(({ column }) => column.name)).toEqual(['segment', figure]);
    expect(groups?.fields[0]?.column.length).toBeGreaterThan(1);
  });

  it('is what the list of scores says', async () => {
    const list = await scores();
    expect(await figureOf('customers')).toBe(list.length);
    const active = list.filter(({ status }) => status === 'active');
    expect(await figureOf('customers', { status: ['active'] })).toBe(active.length);
    expect(await figureOf('high_risk_customers')).toBe(high(list).length);
    expect(await figureOf('high_risk_share')).toBeCloseTo(high(list).length / list.length, 12);
    expect(await figureOf('high_risk_revenue')).toBeCloseTo(sumOf(high(list), 'revenue_at_risk'), 4);
  });

  it('counts as new who was not at high risk so many days before, or not a customer', async () => {
    const before = addDays(AS_OF, -60);
    const then = new Set(high(await scores({ asOf: before })).map((row) => row.customer_id));
    const fresh = high(await scores()).filter((row) => !then.has(row.customer_id));
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.length).toBeLessThan(high(await scores()).length);
    expect(await figureOf('newly_high_risk_customers', { days: 60 })).toBe(fresh.length);
    expect(await figureOf('newly_high_risk_revenue', { days: 60 })).toBeCloseTo(sumOf(fresh, 'revenue_at_risk'), 4);
    const segments = await watch({ figure: 'newly_high_risk_customers', days: 60, by: 'segment' });
    expect(sumOf(segments, 'newly_high_risk_customers')).toBe(fresh.length);
    expect(segments.map((row) => row.newly_high_risk_customers)).toContain(0);
  });

  it('compares the revenue at risk with that of then', async () => {
    const now = sumOf(high(await scores()), 'revenue_at_risk');
    const then = sumOf(high(await scores({ asOf: addDays(AS_OF, -30) })), 'revenue_at_risk');
    expect(await figureOf('high_risk_revenue_change')).toBeCloseTo(now / then - 1, 9);
  });

  it('keeps to the class of value that was asked for', async () => {
    const classes = ['high_value', 'medium_value', 'low_value'];
    const counts = await Promise.all(classes.map((value) => figureOf('customers', { value })));
    expect(counts.reduce((total: number, count) => total + Number(count), 0)).toBe((await scores()).length);
    const everybody = (await scores({})).map((row) => Number(row.monetary)).sort((a, b) => a - b);
    const from = Math.round((everybody[Math.ceil(everybody.length * 0.8) - 1] ?? 0) * 100) / 100;
    const valuable = (await scores()).filter((row) => Number(row.monetary) >= from);
    expect(await figureOf('high_risk_customers', { value: 'high_value' })).toBe(high(valuable).length);
  });

  it('names who and why as labels, the most at stake first, with nobody’s whole id', async () => {
    const query = { figure: 'high_risk_customers', by: 'segment', texts: true, filters: { band: ['high'] } };
    const frame = await frameOf({ kind: 'risk_watch', ...query }, { fullIds: true });
    expect(frame?.fields.map(({ column }) => [column.name, column.type])).toEqual([
      ['segment', 'text'],
      ['top_reasons', 'text'],
      ['top_customers', 'text'],
      ['high_risk_customers', 'float64'],
    ]);
    const [first] = rowsOf(frame);
    expect(first?.top_reasons).toMatch(/^Time since the last order/);
    const lines = String(first?.top_customers).split('\n');
    expect(lines.length).toBe(Math.min(5, Number(first?.high_risk_customers)));
    const list = await scores({ filters: { segment: [String(first?.segment)], band: ['high'] } });
    expect(lines.map((line) => line.slice(0, 9))).toEqual(
      list.slice(0, lines.length).map((row) => `${String(row.customer_id).slice(0, 8)}…`),
    );
    expect(lines.join()).toMatch(/\| +R\$ [\d.,]+k? \| \S/);
    expect(lines.join()).not.toContain(String(list[0]?.customer_id));
  });

  it('names only the new ones of what is new', async () => {
    const figure = 'newly_high_risk_customers';
    const [row] = await watch({ figure, days: 10, texts: true });
    const [all] = await watch({ figure: 'high_risk_customers', texts: true });
    const names = (one: typeof row) =>
      String(one?.top_customers)
        .split('\n')
        .map((line) => line.slice(0, 8));
    expect(names(row)).not.toEqual(names(all));
    const then = new Set(
      high(await scores({ asOf: addDays(AS_OF, -10) })).map((one) => String(one.customer_id).slice(0, 8)),
    );
    expect(names(row).filter((name) => then.has(name))).toEqual([]);
  });

  it.each([
    ['newly_high_risk_customers', { asOf: '2016-10-20', days: 400 }],
    ['high_risk_revenue_change', { asOf: '2016-10-20', days: 400 }],
    ['customers', { filters: { state: ['XX'] } }],
    ['high_risk_share', { filters: { state: ['XX'] }, by: 'segment', texts: true }],
  ])('is no data of %s with %j', async (figure, query) => {
    expect(await frameOf({ kind: 'risk_watch', figure, ...query })).toMatchObject({
      fields: [],
      meta: { type: 'by' in query ? 'numeric-long' : 'numeric-wide' },
    });
  });

  it.each([
    [{ figure: 'profit' }, 'figure cannot be "profit"'],
    [{ by: 'planet' }, 'by cannot be "planet"'],
    [{ value: 'gold' }, 'value cannot be "gold"'],
    [{ days: 0 }, 'days must be a whole number from 1 to 730'],
    [{ texts: 'yes' }, 'texts'],
  ])('%j is refused in words', async (query, message) => {
    expect(await shop.ask({ kind: 'risk_watch', ...query }, { scorer })).toMatchObject({
      status: 400,
      error: expect.stringContaining(message),
    });
  });

  it('says so when there is no model', async () => {
    expect(await shop.ask({ kind: 'risk_watch' })).toMatchObject({ status: 422 });
  });
});
