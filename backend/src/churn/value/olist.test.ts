import { openWarehouse, type Engine } from '../../warehouse';
import { builtOlist } from '../../warehouse/testing/built-once';
import { whenOlist } from '../../warehouse/testing/olist';
import { rankCorrelation } from '../evaluation/rank-correlation';
import { fitValueModel } from './fit-value-model';
import { readOutcomes, type ReturnOutcomes } from './read-outcomes';
import { valueIfReturning } from './values';

interface Past {
  keys: number[];
  frequency: Float64Array;
  monetary: Float64Array;
}

async function pastOf(engine: Engine, cut: string): Promise<Past> {
  const rows = await engine.rows(
    `SELECT customer_key, count(DISTINCT purchase_day) AS frequency, sum(payment_value) AS monetary FROM fct_orders
      WHERE is_purchase AND purchase_day <= $cut::DATE GROUP BY customer_key ORDER BY customer_key`,
    { cut },
  );
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => Number(row[name]));
  return {
    keys: [...column('customer_key')],
    frequency: column('frequency'),
    monetary: column('monetary'),
  };
}

// Fitted to what was known on 2017-09-01, checked against the half year after 2018-03-01.
whenOlist('the value of those who return, on the real Olist files', () => {
  let past: Past;
  let training: Past;
  let then: ReturnOutcomes;
  let before: ReturnOutcomes;

  beforeAll(async () => {
    const { out } = await builtOlist();
    const warehouse = await openWarehouse(out);
    await warehouse.use(async (engine) => {
      training = await pastOf(engine, '2017-09-01');
      before = await readOutcomes(engine, '2017-09-01', 180);
      past = await pastOf(engine, '2018-03-01');
      then = await readOutcomes(engine, '2018-03-01', 180);
    });
    await warehouse.close();
  }, 120_000);

  it('adds up to what they paid within 15%, and tells them apart', () => {
    const model = fitValueModel(training, before);
    expect(model.method).toBe('gamma-gamma');
    expect(model.ordersPerReturn).toBeGreaterThan(1);
    expect(model.ordersPerReturn).toBeLessThan(1.2);
    const rowOf = new Map(past.keys.map((key, row) => [key, row]));
    const values = Float64Array.from(then.customerKeys, (key) => {
      const row = rowOf.get(key)!;
      return valueIfReturning(model, past.frequency[row]!, past.monetary[row]!);
    });
    const sum = (all: Float64Array): number => all.reduce((total, one) => total + one, 0);
    expect(values.length).toBeGreaterThan(600);
    expect(Math.abs(sum(values) / sum(then.revenue) - 1)).toBeLessThan(0.15);
    expect(rankCorrelation(values, then.revenue)).toBeGreaterThan(0.15);
  });
});
