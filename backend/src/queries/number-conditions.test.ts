import { COMPARISONS, CUSTOMER_NUMBERS, SCORE_NUMBERS, type Comparison } from '../contract';
import { fakeModel } from './churn/testing/fake-model';
import { fakeScorer } from './churn/testing/fake-scorer';
import { rowsOf, sampleShop, type Shop } from './testing/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));
const list = async (model: object) => {
  const { status, error, frames } = await shop.ask({ limit: 1_000_000, ...model }, { scorer });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return rowsOf(frames[0]);
};

const HOLDS: Record<Comparison, (value: number, bound: number) => boolean> = {
  '=': (value, bound) => value === bound,
  '!=': (value, bound) => value !== bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
};

describe.each([
  ['customers', CUSTOMER_NUMBERS],
  ['churn_scores', SCORE_NUMBERS],
] as const)('conditions on the numbers of %s', (kind, fields) => {
  it.each(fields)('%s keep just the rows for which they hold', async (field) => {
    const filters = { state: ['RJ'] };
    const all = (await list({ kind, filters })).map((row) => Number(row[field]));
    const bound = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
    for (const operator of COMPARISONS) {
      const kept = (await list({ kind, filters, where: [{ field, operator, value: bound }] })).map((row) =>
        Number(row[field]),
      );
      const sorted = (values: number[]) => values.toSorted((a, b) => a - b);
      expect(sorted(kept)).toEqual(sorted(all.filter((value) => HOLDS[operator](value, bound))));
    }
  });

  it('must all hold, beside filters, search and status', async () => {
    const where = [
      { field: 'recency_days', operator: '<', value: 300 },
      { field: 'recency_days', operator: '>=', value: 100 },
      { field: 'frequency', operator: '=', value: 1 },
    ];
    const rows = await list({ kind, where, status: ['active'], exclude: { state: ['SP'] } });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatchObject({ status: 'active', frequency: 1 });
      expect(row.state).not.toBe('SP');
      expect(Number(row.recency_days)).toBeGreaterThanOrEqual(100);
      expect(Number(row.recency_days)).toBeLessThan(180);
    }
  });

  it('that nobody meets give an empty list, not an error', async () => {
    expect(await list({ kind, where: [{ field: 'monetary', operator: '<', value: -1e308 }] })).toEqual([]);
  });
});
