import { readColumn, SCORES_COLUMNS, type Frame } from '../../contract';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';
import { fakeModel } from './testing/fake-model';
import { fakeScorer } from './testing/fake-scorer';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));

async function frameOf(model: object, options: AskOptions = {}): Promise<Frame | undefined> {
  const { status, error, frames } = await shop.ask({ kind: 'churn_scores', ...model }, { scorer, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return frames[0];
}
const list = async (model: object = {}, options?: AskOptions) => rowsOf(await frameOf(model, options));

it('has the columns of the contract, a reason and an action for every customer', async () => {
  const frame = await frameOf({ limit: 50 });
  expect(frame?.fields.map(({ column }) => column.name)).toEqual(SCORES_COLUMNS);
  const rows = rowsOf(frame);
  expect(rows).toHaveLength(50);
  expect(rows.every(({ reason, action }) => String(reason) !== '' && String(action) !== '')).toBe(true);
  expect(rows.map((row) => row.revenue_at_risk)).toEqual(
    rows.map((row) => row.revenue_at_risk).toSorted((a, b) => Number(b) - Number(a)),
  );
});

it('scores the customers of the as-of day as the files know them', async () => {
  const rows = await list({ limit: 1_000_000 }, { to: '2018-03-31' });
  const [truth] = await shop.csv(`
    SELECT count(DISTINCT customer_unique_id)::INTEGER AS n FROM orders JOIN customers USING (customer_id)
    WHERE order_status NOT IN ('canceled', 'unavailable') AND order_purchase_timestamp::DATE <= '2018-03-31'`);
  expect(rows).toHaveLength(Number(truth?.n));
});

it('explains the customer of its own row, whatever the order and the page', async () => {
  const byReason = async (sort: string) =>
    new Map((await list({ sort, limit: 1_000_000 })).map((row) => [row.customer_id, row.reason]));
  const [one, other] = [await byReason('monetary'), await byReason('customer')];
  expect(one.size).toBeGreaterThan(1_000);
  expect([...one].filter(([id, reason]) => other.get(id) !== reason)).toEqual([]);
  const [page] = await list({ sort: 'monetary', limit: 1, offset: 37 });
  expect(page?.reason).toBe(one.get(page?.customer_id ?? null));
});

it.each(['recency_days', 'frequency', 'monetary', 'churn_probability', 'expected_revenue'])(
  'sorts by %s both ways',
  async (sort) => {
    const values = async (descending: boolean) =>
      (await list({ sort, descending, limit: 30 })).map((row) => Number(row[sort]));
    const [down, up] = [await values(true), await values(false)];
    expect(down).toEqual(down.toSorted((a, b) => b - a));
    expect(up).toEqual(up.toSorted((a, b) => a - b));
  },
);

it('shortens ids for who may not see them, and lets them search by as much', async () => {
  const [known] = await list({ limit: 1 });
  const id = String(known?.customer_id);
  const [masked] = await list({ search: id }, { fullIds: false });
  expect(masked?.customer_id).toBe(`${id.slice(0, 8)}…`);
  const guessed = `${id.slice(0, 8)}ffffffff`;
  expect(await list({ search: guessed }, { fullIds: false })).toHaveLength(1);
  expect(await frameOf({ search: guessed })).toMatchObject({ fields: [], meta: { type: 'table' } });
});

it('keeps to statuses, bands and states', async () => {
  const rows = await list({ status: ['active'], filters: { band: ['high', 'low'], state: ['SP'] }, limit: 10_000 });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.status === 'active' && row.state === 'SP' && row.band !== 'medium')).toBe(true);
});

describe('the filter on risk bands', () => {
  it('keeps the same customers in every kind', async () => {
    const filters = { band: ['high'] };
    const ask = async (model: object) => rowsOf((await shop.ask(model, { scorer })).frames[0]);
    const scored = await list({ filters, limit: 1_000_000 });
    const customers = await ask({ kind: 'customers', filters, limit: 1_000_000 });
    expect(scored.length).toBeGreaterThan(10);
    expect(customers.map((row) => row.customer).toSorted()).toEqual(scored.map((row) => row.customer_id).toSorted());
    const segments = await ask({ kind: 'rfm_segments', filters });
    expect(segments.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(scored.length);
    const paid = scored.reduce((sum, row) => sum + Number(row.monetary), 0);
    const asOf = shop.warehouse.generation.regularLastDay;
    const sold = rowsOf((await shop.ask({ kind: 'breakdown', filters, asOf }, { scorer, to: asOf })).frames[0]);
    expect(sold.reduce((sum, row) => sum + Number(row.revenue), 0)).toBeCloseTo(paid, 0);
  });

  it.each(['headline', 'kpis', 'sales', 'breakdown', 'rfm_segments', 'customers', 'values', 'churn_scores'])(
    'is refused by %s with the reason when there is no score',
    async (kind) => {
      const model = { kind, filters: { band: ['high'] } };
      expect(await shop.ask(model)).toMatchObject({ status: 422, error: expect.stringContaining('No churn model') });
      const scorer = fakeScorer(fakeModel({ failedGate: 'hard' }));
      const answer = await shop.ask(model, { scorer });
      expect(answer).toMatchObject({ status: 422, error: expect.stringContaining('Too little of history') });
    },
  );
});

it('answers anew when another model serves, and not before', async () => {
  const { Answerer } = await import('../answer');
  const { DEFAULT_SETTINGS } = await import('../../contract');
  const first = fakeScorer(fakeModel({ id: 'a' }));
  const serving = { ...first, modelId: () => id };
  let id = 'a';
  const answerer = new Answerer(shop.warehouse, DEFAULT_SETTINGS, undefined, serving);
  const ask = (kind: string) =>
    answerer.answer({ model: { kind }, range: { from: 0, to: 2e12 }, maxDataPoints: 1, fullIds: true });
  const frames = async (kind: string) => (await ask(kind)).frames;
  const [scores, sales] = [await frames('churn_scores'), await frames('sales')];
  expect(await frames('churn_scores')).toBe(scores);
  id = 'b';
  expect(await frames('churn_scores')).not.toBe(scores);
  expect(await frames('sales')).toBe(sales);
});

it('tells what the model failed, and scores made with hindsight', async () => {
  const soft = fakeScorer(fakeModel({ failedGate: 'soft', generation: 'another' }));
  const frame = await frameOf({}, { scorer: soft, to: '2018-03-31' });
  expect(frame?.meta?.notices).toEqual(
    expect.arrayContaining([
      { severity: 'warning', text: expect.stringContaining('Too little of history') },
      { severity: 'info', text: expect.stringContaining('earlier state of the data') },
      { severity: 'info', text: expect.stringContaining('hindsight') },
    ]),
  );
  const fine = fakeScorer(fakeModel({ generation: shop.warehouse.generation.id }));
  const last = await frameOf({}, { scorer: fine });
  expect(JSON.stringify(last?.meta?.notices)).not.toMatch(/Too little|earlier state|hindsight/);
});

it('counts bands as the formula says', async () => {
  const bands = readColumn(
    (await frameOf({ limit: 1_000_000 }))!.fields.find(({ column }) => column.name === 'band')!.column,
  );
  expect(new Set(bands)).toEqual(new Set(['high', 'medium', 'low']));
});

it('says when the playbook in use is not the one asked for', async () => {
  const settings = { playbookFile: '/nowhere/playbook.yaml' };
  const frame = await frameOf({ limit: 1 }, { settings });
  const warnings = frame?.meta?.notices?.filter(({ severity }) => severity === 'warning');
  expect(warnings).toEqual([{ severity: 'warning', text: expect.stringContaining('/nowhere/playbook.yaml') }]);
  expect(rowsOf(frame)[0]?.action).not.toBe('');
});
