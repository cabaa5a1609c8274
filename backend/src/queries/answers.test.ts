import { addDays, DEFAULT_SETTINGS, SEGMENTS, type Frame } from '../contract';
import { encodeArrow, frameToJson } from '../frames';
import { Answerer } from './answer';
import type { Answer } from './question';
import { rowsOf, sampleShop, type Shop } from './testing/shop';

const PURCHASE = "order_status NOT IN ('canceled', 'unavailable')";

let shop: Shop;

beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);

afterAll(() => shop.close());

const framesOf = ({ status, error, frames }: Answer): Frame[] => {
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return frames;
};
const firstRows = async (model: object, options?: Parameters<Shop['ask']>[1]) =>
  rowsOf(framesOf(await shop.ask(model, options))[0]);
const kpi = (rows: Record<string, unknown>[], measure: string) => rows.find((row) => row.measure === measure);

describe('kpis', () => {
  it('counts purchases: revenue, orders and customers as the files say, over all time', async () => {
    const rows = await firstRows({ kind: 'kpis' });
    const [truth] = await shop.csv(`
      SELECT sum(paid)::DOUBLE AS revenue, count(*)::INTEGER AS orders, count(DISTINCT customer_unique_id)::INTEGER AS customers
      FROM (SELECT * FROM orders WHERE ${PURCHASE})
      JOIN customers USING (customer_id)
      LEFT JOIN (SELECT order_id, sum(payment_value::DECIMAL(18, 2)) AS paid FROM order_payments GROUP BY 1) USING (order_id)`);
    expect(kpi(rows, 'revenue')?.value).toBeCloseTo(Number(truth?.revenue), 2);
    expect(kpi(rows, 'orders')?.value).toBe(truth?.orders);
    expect(kpi(rows, 'active_customers')?.value).toBe(truth?.customers);
    expect(kpi(rows, 'orders')?.previous).toBeNull();
    expect(kpi(rows, 'orders')?.change_text).toBe('since Sep 4, 2016');
  });

  it('compares with the period just before, each counted by the files', async () => {
    const rows = await firstRows({ kind: 'kpis' }, { from: '2018-03-01', to: '2018-03-31' });
    const [truth] = await shop.csv(`
      SELECT
        count(DISTINCT customer_unique_id) FILTER (WHERE moment >= '2018-03-01')::INTEGER AS now,
        count(DISTINCT customer_unique_id) FILTER (WHERE moment < '2018-03-01')::INTEGER AS before
      FROM (SELECT *, order_purchase_timestamp::TIMESTAMP AS moment FROM orders WHERE ${PURCHASE})
      JOIN customers USING (customer_id)
      WHERE moment >= '2018-01-29' AND moment < '2018-04-01'`);
    expect(kpi(rows, 'active_customers')).toMatchObject({ value: truth?.now, previous: truth?.before });
  });

  it.each(['2017-12-31', '2018-06-30'])('judges the customer base as known on %s', async (day) => {
    const rows = await firstRows({ kind: 'kpis' }, { to: day });
    const [truth] = await shop.csv(`
      SELECT
        (count(*) FILTER (WHERE n > 1))::DOUBLE / count(*) AS repeat,
        (count(*) FILTER (WHERE '${day}'::DATE - last >= 180))::DOUBLE / count(*) AS churned
      FROM (
        SELECT customer_unique_id, count(*) AS n, max(order_purchase_timestamp::DATE) AS last
        FROM orders JOIN customers USING (customer_id)
        WHERE ${PURCHASE} AND order_purchase_timestamp::DATE <= '${day}'
        GROUP BY 1)`);
    expect(kpi(rows, 'repeat_purchase_rate')?.value).toBeCloseTo(Number(truth?.repeat), 12);
    expect(kpi(rows, 'churned_share')?.value).toBeCloseTo(Number(truth?.churned), 12);
  });

  it('counts deliveries and reviews that were known by the end of the range only', async () => {
    const rows = await firstRows({ kind: 'kpis' }, { from: '2018-01-01', to: '2018-02-15' });
    const [truth] = await shop.csv(`
      WITH kept AS (
        SELECT order_id, order_delivered_customer_date::TIMESTAMP AS delivered, order_estimated_delivery_date::TIMESTAMP AS due
        FROM orders
        WHERE ${PURCHASE} AND order_purchase_timestamp::DATE BETWEEN '2018-01-01' AND '2018-02-15'),
      scores AS (
        SELECT order_id, avg(review_score::DOUBLE) AS score, min(review_answer_timestamp::TIMESTAMP) AS answered
        FROM order_reviews GROUP BY 1)
      SELECT
        avg((delivered::DATE <= due::DATE)::INTEGER) FILTER (WHERE delivered < '2018-02-16') AS on_time,
        avg(score) FILTER (WHERE answered < '2018-02-16') AS score
      FROM kept LEFT JOIN scores USING (order_id)`);
    expect(kpi(rows, 'on_time_share')?.value).toBeCloseTo(Number(truth?.on_time), 12);
    expect(kpi(rows, 'review_score')?.value).toBeCloseTo(Number(truth?.score), 12);
  });

  it('ends its trend with the values of the range and begins it with those of the period before', async () => {
    const range = { from: '2018-03-01', to: '2018-05-31' };
    const rows = await firstRows({ kind: 'kpis' }, range);
    const trend = await firstRows({ kind: 'kpis', trend: true, measures: ['revenue', 'active_customers'] }, range);
    expect(Object.keys(trend[0] ?? {})).toEqual(['time', 'revenue', 'active_customers']);
    expect(trend[trend.length - 1]?.active_customers).toBe(kpi(rows, 'active_customers')?.value);
    expect(trend[0]?.active_customers).toBe(kpi(rows, 'active_customers')?.previous);
    expect(trend[0]?.revenue).toBeCloseTo(Number(kpi(rows, 'revenue')?.previous), 2);
  });

  it('names each figure of a trend of several by its label and its change, one alone by its change', async () => {
    const names = async (measures: string[]) => {
      const [frame] = framesOf(
        await shop.ask({ kind: 'kpis', trend: true, measures }, { from: '2018-03-01', to: '2018-05-31' }),
      );
      return frame?.fields.slice(1).map(({ config }) => config?.displayName);
    };
    expect(await names(['revenue'])).toEqual([expect.stringMatching(/^[▲▼] .+% vs period before$/)]);
    expect(await names(['revenue', 'orders'])).toEqual([
      expect.stringMatching(/^Revenue: /),
      expect.stringMatching(/^Orders: /),
    ]);
    expect(await names([])).toHaveLength(8);
  });

  it('adds up over the states, and a category counts its share of an order', async () => {
    const states = (await firstRows({ kind: 'values', dimension: 'state' })).map((row) => String(row.value));
    const whole = kpi(await firstRows({ kind: 'kpis' }), 'revenue')?.value;
    const parts = await Promise.all(
      states.map(
        async (state) => kpi(await firstRows({ kind: 'kpis', filters: { state: [state] } }), 'revenue')?.value,
      ),
    );
    expect(parts.reduce((sum: number, part) => sum + Number(part), 0)).toBeCloseTo(Number(whole), 1);
  });

  it('answers a range after the data for the same length of time up to the last day of regular trade, and says so', async () => {
    const answer = await shop.ask({ kind: 'kpis' }, { from: '2026-01-01', to: '2026-01-30' });
    const rows = rowsOf(framesOf(answer)[0]);
    const last = shop.warehouse.generation.regularLastDay;
    const same = await firstRows({ kind: 'kpis' }, { from: addDays(last, -29), to: last });
    expect(Number(kpi(rows, 'orders')?.value)).toBeGreaterThan(0);
    expect(rows).toEqual(same);
    expect(answer.frames[0]?.meta?.custom).toMatchObject({
      asOf: shop.warehouse.generation.regularLastDay,
      sample: true,
    });
    expect(JSON.stringify(answer.frames[0]?.meta?.notices)).toContain('last day of regular trade');
  });
});

describe('sales', () => {
  it.each(['day', 'week', 'month'] as const)('by %s adds up to the revenue and has every step once', async (grain) => {
    const rows = await firstRows({ kind: 'sales', grain }, { from: '2017-02-03', to: '2018-02-02' });
    const revenue = kpi(await firstRows({ kind: 'kpis' }, { from: '2017-02-03', to: '2018-02-02' }), 'revenue')?.value;
    expect(rows.reduce((sum, row) => sum + Number(row.revenue), 0)).toBeCloseTo(Number(revenue), 1);
    const times = rows.map((row) => Number(row.time));
    expect(new Set(times).size).toBe(times.length);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('splits by a dimension into labelled series, the rest summed as Other', async () => {
    const [frame] = framesOf(await shop.ask({ kind: 'sales', by: 'state', limit: 2, grain: 'month' }));
    const labels = frame?.fields.slice(1).map((field) => field.labels?.state);
    expect(labels).toHaveLength(3);
    expect(labels?.[2]).toBe('Other');
    const total = frame?.fields.slice(1).reduce((sum, { column }) => sum + sumOf(column.values), 0);
    expect(total).toBeCloseTo(Number(kpi(await firstRows({ kind: 'kpis' }), 'revenue')?.value), 1);
  });

  it('is a typed frame without fields where there is nothing', async () => {
    const [frame] = framesOf(await shop.ask({ kind: 'sales' }, { from: '2001-01-01', to: '2001-02-01' }));
    expect(frame).toMatchObject({ fields: [], meta: { type: 'timeseries-wide' } });
  });
});

const sumOf = (values: ArrayLike<number | bigint>): number => Array.from(values, Number).reduce((a, b) => a + b, 0);

describe('breakdown', () => {
  it.each(['state', 'city', 'category', 'payment_type', 'seller'])('by %s adds up to the revenue', async (by) => {
    const rows = await firstRows({ kind: 'breakdown', by });
    const revenue = kpi(await firstRows({ kind: 'kpis' }), 'revenue')?.value;
    expect(rows.reduce((sum, row) => sum + Number(row.revenue), 0)).toBeCloseTo(Number(revenue), 0);
    const values = rows.map((row) => Number(row.revenue));
    expect([...values].sort((a, b) => b - a)).toEqual(values);
  });

  it('by payment type agrees with the payments file to the cent', async () => {
    const rows = await firstRows({ kind: 'breakdown', by: 'payment_type' });
    const truth = await shop.csv(`
      SELECT payment_type, sum(payment_value::DECIMAL(18, 2))::DOUBLE AS paid
      FROM order_payments JOIN orders USING (order_id) WHERE ${PURCHASE} GROUP BY 1`);
    for (const { payment_type: type, paid } of truth) {
      expect(rows.find((row) => row.payment_type === type)?.revenue).toBeCloseTo(Number(paid), 2);
    }
  });
});

describe('rfm_segments', () => {
  it('puts every customer into one segment, and the grid agrees with the segments', async () => {
    const [segments, grid] = framesOf(await shop.ask({ kind: 'rfm_segments' })).map(rowsOf);
    const customers = (rows: Record<string, unknown>[] = []) =>
      rows.reduce((sum, row) => sum + Number(row.customers), 0);
    expect(customers(segments)).toBe(customers(grid));
    const base = await firstRows({ kind: 'customers', limit: 1_000_000 });
    expect(customers(segments)).toBe(base.length);
    expect(segments?.reduce((sum, row) => sum + Number(row.customer_share), 0)).toBeCloseTo(1, 12);
    expect(segments?.reduce((sum, row) => sum + Number(row.revenue_share), 0)).toBeCloseTo(1, 12);
  });

  it('gives alert rules one number per segment, labelled by it', async () => {
    const [frame] = framesOf(await shop.ask({ kind: 'rfm_segments', measure: 'churned_share' }));
    expect(frame?.meta?.type).toBe('numeric-long');
    expect(frame?.fields.map(({ column }) => [column.name, column.type])).toEqual([
      ['segment', 'text'],
      ['churned_share', 'float64'],
    ]);
  });

  it('moves customers when the grid is configured otherwise', async () => {
    const allLost = Array(5).fill(Array(5).fill('Lost')) as never;
    const answer = await shop.ask({ kind: 'rfm_segments' }, { settings: { segmentGrid: allLost } });
    expect(rowsOf(framesOf(answer)[0]).map((row) => row.segment)).toEqual(['Lost']);
  });
});

describe('segments that sound as if customers were gone', () => {
  const noticesAbout = async (asOf: string, more: object = {}) => {
    return rankings(await shop.ask({ kind: 'rfm_segments', asOf, ...more }));
  };
  const rankings = (answer: Awaited<ReturnType<Shop['ask']>>) =>
    framesOf(answer).map(
      ({ meta }) => meta?.notices?.map(({ text }) => text).filter((text) => /rank|comparam/.test(text)) ?? [],
    );

  it('are explained where they hold customers who have bought lately: a score only compares', async () => {
    const asOf = '2017-03-31';
    const rows = await firstRows({ kind: 'customers', asOf, status: 'active', limit: 1_000_000 });
    const active = rows.filter(({ segment }) => segment === 'Lost' || segment === 'Hibernating').length;
    expect(active).toBeGreaterThan(0);
    const [segments, grid] = await noticesAbout(asOf);
    expect(segments).toEqual([
      expect.stringContaining(`${active} of those called Hibernating or Lost bought less than 180 days ago`),
    ]);
    expect(grid).toEqual([]);
    const [portuguese] = await noticesAbout(asOf, { language: 'pt-BR' });
    expect(portuguese).toEqual([expect.stringContaining(`${active} dos chamados Hibernando ou Perdidos compraram`)]);
  });

  it('are not explained where all of theirs have churned, nor to alert rules', async () => {
    const onlyChurned = await shop.ask({ kind: 'rfm_segments' }, { settings: { churnDays: 1 } });
    expect(rankings(onlyChurned)).toEqual([[], []]);
    expect(await noticesAbout('2017-03-31', { measure: 'customers' })).toEqual([[]]);
  });
});

describe('customers', () => {
  it('scores equal customers equally, and never calls a single buyer frequent', async () => {
    const rows = await firstRows({ kind: 'customers', limit: 1_000_000 });
    for (const [value, score] of [
      ['recency_days', 'recency_score'],
      ['frequency', 'frequency_score'],
      ['monetary', 'monetary_score'],
    ] as const) {
      const scores = new Map<unknown, unknown>();
      for (const row of rows) {
        expect(scores.get(row[value]) ?? row[score]).toBe(row[score]);
        scores.set(row[value], row[score]);
      }
    }
    expect(rows.filter((row) => row.frequency === 1).every((row) => row.frequency_score === 1)).toBe(true);
    expect(rows.filter((row) => Number(row.frequency) > 1).every((row) => Number(row.frequency_score) >= 2)).toBe(true);
    expect(rows.every((row) => (SEGMENTS as readonly unknown[]).includes(row.segment))).toBe(true);
  });

  it('counts the orders of one day as one purchase occasion, as the files say', async () => {
    const rows = await firstRows({ kind: 'customers', limit: 1_000_000 });
    const truth = await shop.csv(`
      SELECT customer_unique_id AS id, count(DISTINCT order_purchase_timestamp::DATE)::INTEGER AS days
      FROM orders JOIN customers USING (customer_id)
      WHERE ${PURCHASE} AND order_purchase_timestamp::DATE <= '${shop.warehouse.generation.regularLastDay}'
      GROUP BY 1`);
    const frequencies = new Map(rows.map((row) => [row.customer, row.frequency]));
    expect(rows).toHaveLength(truth.length);
    expect(truth.filter(({ id, days }) => frequencies.get(id as string) !== days)).toEqual([]);
  });

  it('sorts, pages without gaps or doubles, and says that there may be more', async () => {
    const page = (offset: number) =>
      shop.ask({ kind: 'customers', sort: 'recency_days', descending: false, limit: 50, offset });
    const [first, second] = [await page(0), await page(50)].map((answer) => framesOf(answer)[0]);
    expect(JSON.stringify(first?.meta?.notices)).toContain('there may be more');
    const rows = [...rowsOf(first), ...rowsOf(second)];
    expect(new Set(rows.map((row) => row.customer)).size).toBe(100);
    const recency = rows.map((row) => Number(row.recency_days));
    expect([...recency].sort((a, b) => a - b)).toEqual(recency);
  });

  it('finds a customer by the beginning of the id, and shortens ids for who may not see them', async () => {
    const [known] = await firstRows({ kind: 'customers', limit: 1 });
    const id = String(known?.customer);
    expect(await firstRows({ kind: 'customers', search: id.slice(0, 12) })).toHaveLength(1);
    const [masked] = await firstRows({ kind: 'customers', search: id }, { fullIds: false });
    expect(masked?.customer).toBe(`${id.slice(0, 8)}…`);
    const guessed = `${id.slice(0, 8)}ffffffff`;
    expect((await firstRows({ kind: 'customers', search: guessed }, { fullIds: false })).length).toBeGreaterThan(0);
    const { frames } = await shop.ask({ kind: 'customers', search: guessed });
    expect(frames[0]).toMatchObject({ fields: [], meta: { type: 'table' } });
  });

  it('tells churned from active by the configured number of days', async () => {
    const settings = { churnDays: 30 };
    const answer = await shop.ask({ kind: 'customers', status: ['active'], limit: 1_000_000 }, { settings });
    const rows = rowsOf(framesOf(answer)[0]);
    expect(rows.length).toBeGreaterThan(0);
    expect(Math.max(...rows.map((row) => Number(row.recency_days)))).toBeLessThan(30);
  });
});

describe('filters', () => {
  it('by segment keep the same customers in every kind', async () => {
    const filters = { segment: ['Champions', 'Loyal'] };
    const listed = await firstRows({ kind: 'customers', filters, limit: 1_000_000 });
    const [segments] = framesOf(await shop.ask({ kind: 'rfm_segments', filters }));
    expect(rowsOf(segments).reduce((sum, row) => sum + Number(row.customers), 0)).toBe(listed.length);
    const paid = listed.reduce((sum, row) => sum + Number(row.monetary), 0);
    const sold = await firstRows(
      { kind: 'breakdown', by: 'state', filters, asOf: shop.warehouse.generation.regularLastDay },
      {
        to: shop.warehouse.generation.regularLastDay,
      },
    );
    expect(sold.reduce((sum, row) => sum + Number(row.revenue), 0)).toBeCloseTo(paid, 0);
  });

  it('that match nothing give empty answers, not errors', async () => {
    const filters = { state: ['XX'] };
    for (const kind of ['headline', 'kpis', 'sales', 'breakdown', 'rfm_segments', 'customers', 'values']) {
      framesOf(await shop.ask({ kind, filters }));
    }
  });
});

describe('every kind', () => {
  const models = [
    { kind: 'headline' },
    { kind: 'kpis' },
    { kind: 'kpis', trend: true },
    { kind: 'sales', by: 'category' },
    { kind: 'breakdown', by: 'seller', measure: 'customers' },
    { kind: 'rfm_segments' },
    { kind: 'rfm_segments', measure: 'revenue' },
    { kind: 'customers' },
    { kind: 'values', dimension: 'category' },
  ];

  it.each(models)('%j has frames that Grafana can read, and states its as-of date and generation', async (model) => {
    const frames = framesOf(await shop.ask(model));
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) {
      expect(() => encodeArrow({ ...frame, refId: 'A' })).not.toThrow();
      expect(() => frameToJson({ ...frame, refId: 'A' })).not.toThrow();
      expect(frame.meta?.custom).toMatchObject({ generation: shop.warehouse.generation.id, sample: true });
    }
  });

  it.each(models)('%j meets data when it is asked about now, as an alert rule does', async (model) => {
    const [frame] = framesOf(await shop.ask(model, { from: '2030-01-01', to: '2030-01-07' }));
    expect(frame?.fields[0]?.column.length).toBeGreaterThan(0);
  });

  it.each(models)('%j answers an absurd time range without a fault', async (model) => {
    const answer = await shop.ask(model, { from: '0001-01-01', to: '9999-12-30' });
    expect(answer.status).toBe(200);
  });

  it('refuses a time range beyond any calendar', async () => {
    const answerer = new Answerer(shop.warehouse, DEFAULT_SETTINGS);
    for (const range of [
      { from: 0, to: 9e15 },
      { from: Number.NaN, to: 1 },
      { from: -Infinity, to: 1 },
    ]) {
      const answer = await answerer.answer({ model: { kind: 'kpis' }, range, maxDataPoints: 1, fullIds: true });
      expect(answer).toMatchObject({ status: 400, error: expect.stringContaining('time range') });
    }
  });

  it('refuses what it cannot understand, in words', async () => {
    expect(await shop.ask({ kind: 'salez' })).toMatchObject({
      status: 400,
      error: expect.stringContaining('Unknown query kind'),
    });
    expect(await shop.ask({ kind: 'sales' }, { from: '2018-02-01', to: '2018-01-01' })).toMatchObject({ status: 400 });
  });
});

describe('headline', () => {
  it('says what kind of data it speaks of, and the revenue', async () => {
    const [row] = await firstRows({ kind: 'headline' });
    expect(row?.text).toMatch(/^Sample data, not a real shop\. R\$ .+ of revenue from [\d,]+ purchases/);
    expect(row?.text).toContain('have bought nothing for 180 days');
  });

  it('says it when nothing was bought', async () => {
    const [row] = await firstRows({ kind: 'headline' }, { from: '2001-01-01', to: '2001-01-02' });
    expect(row?.text).toContain('There were no purchases in this time range.');
  });
});
