import { openWarehouse, type Warehouse } from '../../warehouse';
import { builtOlist } from '../../warehouse/testing/built-once';
import { whenOlist } from '../../warehouse/testing/olist';
import { averagePrecision, rocAuc } from '../evaluation';
import { expectedPurchasesOfAll, fitBgNbd, probabilitiesOfReturn, readHistories } from '.';

jest.setTimeout(120_000);

whenOlist('BG/NBD on the real Olist files', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    const { out } = await builtOlist();
    warehouse = await openWarehouse(out);
  });
  afterAll(async () => {
    await warehouse.close();
  });

  test('expected purchases as of 2018-03-01 rank those who come back within 180 days', async () => {
    const { known, back } = await warehouse.use(async (engine) => ({
      known: await readHistories(engine, '2018-03-01'),
      back: await engine.rows(
        `select distinct customer_key as key from fct_orders
        where is_purchase and purchase_day > date '2018-03-01' and purchase_day <= date '2018-03-01' + 180`,
      ),
    }));
    const keys = new Set(back.map((row) => row['key']));
    const returned = Uint8Array.from(known.customerKeys, (key) => Number(keys.has(key)));
    const { parameters, converged } = fitBgNbd(known);
    expect(converged).toBe(true);
    expect(known.repeats).toHaveLength(56_893);
    const expected = expectedPurchasesOfAll(parameters, known, 180);
    expect(rocAuc(expected, returned).value).toBeGreaterThanOrEqual(0.58);
    expect(averagePrecision(expected, returned, { resamples: 0 }).value).toBeGreaterThanOrEqual(0.03);
    const likely = probabilitiesOfReturn(parameters, known, 180);
    expect(rocAuc(likely, returned).value).toBeGreaterThanOrEqual(0.58);
  });

  test('nobody is known before the first purchase', async () => {
    const none = await warehouse.use((engine) => readHistories(engine, '2010-01-01'));
    expect(none.customerKeys).toHaveLength(0);
    expect(() => fitBgNbd(none)).toThrow(/Only 0 of 0 customers/);
  });
});
