import { PREDICT_BODY, type Prediction, type RowError } from '../../contract/rest/schemas';
import { IDS } from '../testing/fake-answers';
import { fakeApp, violations } from '../testing/fake-app';

const fake = fakeApp();
beforeEach(() => fake.reset());
afterAll(() => fake.app.close());

interface Body {
  predictions: Prediction[];
  errors: RowError[];
  error: string;
}

const CSV = { 'content-type': 'text/csv' };

describe('POST /churn/predict with JSON', () => {
  it('scores customers by id, in the order asked for, and tells which are unknown', async () => {
    const { status, body } = await fake.post<Body>({ customers: [IDS[2], 'zzz', IDS[0], 7, IDS[2]] });
    expect(status).toBe(200);
    expect(violations(PREDICT_BODY, body)).toBeNull();
    expect(body.predictions.map(({ row, customer_id }) => [row, customer_id])).toEqual([
      [1, IDS[2]],
      [3, IDS[0]],
      [5, IDS[2]],
    ]);
    expect(body.errors).toEqual([
      { row: 2, error: 'No customer zzz.' },
      { row: 4, error: 'A customer id must be text, not 7.' },
    ]);
  });

  it('says what is wrong with what is nested deeper than can be written', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const text = (body: object): string => JSON.stringify(body).replace('"deep"', deep);
    for (const body of [{ customers: ['deep'] }, { features: { recency_days: 'deep' } }]) {
      const { status, body: answer } = await fake.post<Body>(text(body), { 'content-type': 'application/json' });
      expect([status, answer.error]).toEqual([400, expect.stringContaining('nested too deeply')]);
    }
  });

  it('asks for all rows in one go, with the rights of the caller', async () => {
    fake.role = 'Viewer';
    const customers = Array.from({ length: 50 }, () => IDS[1]);
    const { body } = await fake.post<Body>({ customers });
    expect(body.predictions.map(({ customer_id }) => customer_id)).toEqual(customers.map(() => 'aaaaaaaa…'));
    expect(fake.served.requests).toHaveLength(1);
    expect(fake.served.requests[0]).toMatchObject({
      fullIds: false,
      rows: customers.map((customer) => ({ customer })),
    });
  });

  it('scores one customer described by features', async () => {
    const { body } = await fake.post<Body>({ features: { recency_days: 80 } });
    expect(violations(PREDICT_BODY, body)).toBeNull();
    expect(body).toMatchObject({ predictions: [{ row: 1, customer_id: null, churn_probability: 0.1 }], errors: [] });
  });

  it('scores the good ones of many, and names what is wrong with the others', async () => {
    const { body } = await fake.post<Body>({
      features: [
        { recency_days: 800 },
        { recency_days: 801 },
        { frequency: '2' },
        { recency: 3 },
        {},
        7,
        { frequency: null },
      ],
    });
    expect(body.predictions).toMatchObject([{ row: 1, churn_probability: 1 }]);
    expect(body.errors).toEqual([
      { row: 2, error: 'recency_days must be a number from 0 to 800, not 801.' },
      { row: 3, error: 'frequency must be a number from 1 to 20, not "2".' },
      { row: 4, error: '"recency" is not a feature that can be set; known: recency_days, frequency.' },
      { row: 5, error: 'There is no feature to predict from.' },
      { row: 6, error: 'features must be an object such as {"recency_days": 30, "frequency": 2}.' },
      { row: 7, error: 'frequency must be a number from 1 to 20, not null.' },
    ]);
  });

  it.each([
    ['{"features": {"recency_days": 1e999}}', 'recency_days must be a number from 0 to 800, not Infinity'],
    ['{"features": {"recency_days": "NaN"}}', 'recency_days must be a number from 0 to 800, not "NaN"'],
    ['{"features": {"recency_days": NaN}}', 'The body is not JSON'],
    ['{', 'The body is not JSON'],
    ['', 'The body is empty'],
    ['[]', 'The body must be {"customers"'],
    ['null', 'The body must be {"customers"'],
    ['{}', 'one of them'],
    ['{"customers": [], "features": {}}', 'one of them'],
    ['{"customers": []}', 'the list is empty'],
    ['{"customers": "x"}', 'customers must be a list'],
    ['{"customers": ["x"], "ids": 1}', '"ids" is not known'],
    ['{"features": {"__proto__": 1}}', 'not JSON'],
  ])('refuses %s and says why', async (payload, message) => {
    const { status, body } = await fake.post<Body>(payload);
    expect(status).toBe(400);
    expect(body.error).toContain(message);
  });

  it('answers 404 when the one customer asked for is unknown', async () => {
    expect((await fake.post({ customers: ['zzz'] })).status).toBe(404);
  });

  it.each([422, 503])('answers %d when no score is possible at all', async (status) => {
    for (const kind of ['what_if', 'predictions']) fake.served.failures.set(kind, { status, error: 'because' });
    for (const body of [{ customers: IDS }, { features: { recency_days: 1 } }]) {
      expect(await fake.post(body)).toEqual({ status, body: { error: 'because' } });
    }
  });

  it('says what it takes when the body is of another type or too large', async () => {
    const form = await fake.post<Body>('customers=x', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form).toEqual({
      status: 415,
      body: {
        error: "The body's content type must be application/json or text/csv, not application/x-www-form-urlencoded.",
      },
    });
    expect((await fake.post('x', { 'content-type': 'text/plain' })).status).toBe(415);
    const large = await fake.post<Body>(`customer_id\n${'x'.repeat(16 * 1024 * 1024)}`, CSV);
    expect(large).toEqual({
      status: 413,
      body: { error: 'The body is larger than 15 MiB, the most that is taken here.' },
    });
  });
});

describe('POST /churn/predict with a CSV file', () => {
  it('scores customers by id and reports bad lines by their number', async () => {
    const { body } = await fake.post<Body>(`customer_id\n${IDS[0]}\n\nzzz\n"${IDS[1]}"\na,b\n`, CSV);
    expect(body.predictions.map(({ row, customer_id }) => [row, customer_id])).toEqual([
      [2, IDS[0]],
      [5, IDS[1]],
    ]);
    expect(body.errors).toEqual([
      { row: 4, error: 'No customer zzz.' },
      { row: 6, error: 'The row has 2 cells, the header has 1.' },
    ]);
  });

  it('scores described customers, and known ones with features changed', async () => {
    const { body } = await fake.post<Body>(`customer_id,recency_days\n${IDS[0]},80\n,80\n${IDS[0]},\n`, CSV);
    expect(body.predictions).toMatchObject([
      { row: 2, customer_id: IDS[0], churn_probability: 0.1 },
      { row: 4, customer_id: IDS[0], churn_probability: 0.5 },
    ]);
    expect(body.errors).toEqual([{ row: 3, error: 'customer_id is empty.' }]);
    expect(fake.served.requests[0]?.rows).toEqual([
      { customer: IDS[0], features: { recency_days: 80 } },
      { customer: IDS[0] },
    ]);
  });

  it('answers CSV when asked to: a line per row, in its order', async () => {
    const response = await fake.app.inject({
      method: 'POST',
      url: '/api/churn/predict',
      headers: { ...CSV, accept: 'text/csv' },
      payload: `customer_id\nzzz\n${IDS[2]}\n`,
    });
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.body.split('\r\n')).toEqual([
      'row,customer_id,churn_probability,band,relative_odds,expected_revenue,revenue_at_risk,reason,action,error',
      '2,,,,,,,,,No customer zzz.',
      `3,${IDS[2]},0.5,high,,,,some reason,,`,
      '',
    ]);
  });

  it('refuses a file with columns that are no features, and names them', async () => {
    const { status, body } = await fake.post<Body>('recency_days,recensy,foo\n1,2,3\n', CSV);
    expect(status).toBe(400);
    expect(body.error).toBe(
      'The header has columns that are not known: "recensy", "foo"; known: customer_id, recency_days, frequency.',
    );
  });

  it('refuses more rows than the limit', async () => {
    const { status, body } = await fake.post<Body>(`customer_id\n${'x\n'.repeat(100_001)}`, CSV);
    expect(status).toBe(413);
    expect(body.error).toContain('more than 100,000 rows');
  });

  it('answers as many rows as the limit', async () => {
    const { body } = await fake.post<Body>(`customer_id\n${`${IDS[0]}\n`.repeat(100_000)}`, CSV);
    expect(body.predictions).toHaveLength(100_000);
  });
});
