import { addDays } from '../../contract';
import { builtOlist } from '../../warehouse/testing/built-once';
import { whenOlist } from '../../warehouse/testing/olist';
import { openShop, rowsOf, type Shop } from '../testing/shop';
import { fakeForecaster } from './testing/fake-forecaster';

// Facts of the Brazilian e-commerce public data set, counted independently of this code.
whenOlist('what is learned from the real Olist files', () => {
  const forecaster = fakeForecaster();
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(await builtOlist());
  }, 120_000);

  afterAll(() => shop.close());

  const seriesOf = async (query: object) => {
    const { status, error } = await shop.ask({ kind: 'forecast_quality', ...query }, { forecaster });
    expect({ status, error }).toEqual({ status: 200, error: undefined });
    return forecaster.requests[forecaster.requests.length - 1]!.series;
  };
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

  it('begins on 5 January 2017 and ends with regular trade: Black Friday within, the thin months of 2016 not', async () => {
    const { firstDay, values } = (await seriesOf({}))[0]!.daily;
    expect([firstDay, values.length, addDays(firstDay, values.length - 1)]).toEqual(['2017-01-05', 601, '2018-08-28']);
    expect(Math.round(Math.max(...values))).toBe(178_450);
    const [truth] = await shop.csv(`
      SELECT sum(payment_value::DECIMAL(18, 2))::DOUBLE AS paid FROM orders JOIN order_payments USING (order_id)
      WHERE order_status NOT IN ('canceled', 'unavailable')
        AND order_purchase_timestamp::DATE BETWEEN '2017-01-05' AND '2018-08-28'`);
    expect(total(values)).toBeCloseTo(Number(truth?.paid), 0);
  });

  it('has a series for each of the 27 states, the largest first', async () => {
    const states = await seriesOf({ by: 'state', limit: 27, measure: 'orders' });
    expect(states).toHaveLength(27);
    expect(states.slice(0, 3).map(({ name }) => name)).toEqual(['SP', 'RJ', 'MG']);
    const sums = states.map(({ daily }) => total(daily.values));
    expect([...sums].sort((a, b) => b - a)).toEqual(sums);
  });

  it('knows how much was sold in the 30 days before the horizon, and a year earlier', async () => {
    const { frames } = await shop.ask({ kind: 'sales_forecast', view: 'sums', horizonDays: 30 }, { forecaster });
    const [row] = rowsOf(frames[0]);
    expect(row?.period_before).toBeCloseTo(1_092_664.45, 1);
    expect(row?.last_year).toBeCloseTo(737_858.46, 1);
  });
});
