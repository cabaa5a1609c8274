import { CUSTOMER_BODY, CUSTOMERS_BODY } from '../../contract/rest/schemas';
import { fakeApp, violations } from '../testing/fake-app';
import { IDS } from '../testing/fake-answers';

const fake = fakeApp();
beforeEach(() => fake.reset());
afterAll(() => fake.app.close());

interface Page {
  customers: Record<string, unknown>[];
  next: string | null;
  notices: string[];
}

describe('GET /customers', () => {
  it('asks for what the query string says, as of the end of regular trade', async () => {
    await fake.get(
      '/api/customers?state=SP&state=RJ&segment=Lost&band=high&status=active&search=ab&sort=monetary&order=asc&limit=7&offset=14',
    );
    expect(fake.served.questions[0]).toMatchObject({
      model: {
        kind: 'churn_scores',
        search: 'ab',
        status: ['active'],
        sort: 'monetary',
        descending: false,
        offset: 14,
        filters: { state: ['SP', 'RJ'], segment: ['Lost'], band: ['high'] },
      },
      range: { from: Date.UTC(2017, 0, 5), to: Date.UTC(2018, 7, 29) - 1 },
      fullIds: true,
    });
  });

  it('answers by its schema, with times in RFC 3339 and a source', async () => {
    const { status, body } = await fake.get('/api/customers');
    expect(status).toBe(200);
    expect(violations(CUSTOMERS_BODY, body)).toBeNull();
    expect(body).toMatchObject({
      as_of: '2018-08-28',
      generation: 'g1',
      sample: true,
      customers: [{ customer_id: IDS[0], last_order: '2018-05-06T12:30:00.000Z', band: 'high' }, {}, {}],
    });
  });

  it('leads to every customer once, by the next page relative to this one', async () => {
    const seen: unknown[] = [];
    let url = new URL('http://x/api/customers?limit=2&state=SP');
    for (let page = 0; page < 5; page++) {
      const { body } = await fake.get<Page>(url.pathname + url.search);
      seen.push(...body.customers.map((one) => one.customer_id));
      expect(body.notices).toEqual(['Generated sample data.']);
      if (body.next === null) break;
      url = new URL(body.next, url);
    }
    expect(seen).toEqual(IDS);
    expect(fake.served.questions.map(({ model }) => model.filters)).toEqual([{ state: ['SP'] }, { state: ['SP'] }]);
  });

  it('answers an empty list when nobody matches', async () => {
    expect((await fake.get('/api/customers?search=zzz')).body).toMatchObject({ customers: [], next: null });
  });

  it('shows callers without the right to whole ids shortened ones', async () => {
    fake.role = 'Viewer';
    const { body } = await fake.get<Page>('/api/customers');
    expect(body.customers[0]?.customer_id).toBe('aaaaaaaa…');
  });

  it('keeps answers out of shared caches', async () => {
    expect((await fake.app.inject('/api/customers')).headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['limit=0', 'limit must be >= 1, not 0'],
    ['limit=10001', 'limit must be <= 10000'],
    ['limit=many', 'limit must be integer, not "many"'],
    ['limit=', 'limit must be integer'],
    ['offset=-1', 'offset must be >= 0'],
    ['sort=name', 'sort cannot be "name"; known: revenue_at_risk,'],
    ['order=up', 'order cannot be "up"; known: asc, desc'],
    ['band=huge', 'cannot be "huge"; known: high, medium, low'],
    ['status=gone', 'known: active, churned'],
    ['asOf=2018-02-30', 'asOf must be a day such as 2018-06-30, not "2018-02-30"'],
    ['stat=SP', '"stat" is not known here; known: search, state,'],
    [`search=${'x'.repeat(129)}`, 'search must NOT have more than 128 characters'],
  ])('refuses ?%s and says why', async (query, message) => {
    const { status, body } = await fake.get<{ error: string }>(`/api/customers?${query}`);
    expect(status).toBe(400);
    expect(body.error).toContain(message);
    expect(fake.served.questions).toEqual([]);
  });

  it.each([
    [400, 'The question is wrong.'],
    [422, 'No score is possible: too few customers.'],
    [503, 'The warehouse is being built.'],
    [500, 'The query failed inside Churnwatch.'],
  ])('passes on what went wrong with status %d', async (status, error) => {
    fake.served.failures.set('churn_scores', { status, error });
    const response = await fake.app.inject('/api/customers');
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ error });
    expect(response.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
  });

  it.each([
    ['text/html', 406],
    ['text/csv', 406],
    ['application/json', 200],
    ['application/json, text/plain, */*', 200],
    ['*/*', 200],
  ])('asked for %s answers %d', async (accept, status) => {
    const answer = await fake.get('/api/customers', { accept });
    expect(answer.status).toBe(status);
    if (status === 406) expect(answer.body.error).toContain('application/json');
  });
});

describe('GET /customers/:id', () => {
  it('takes an id as long as an event may give a customer', async () => {
    const id = '@'.repeat(128);
    await fake.get(`/api/customers/${encodeURIComponent(id)}`);
    expect(fake.served.questions[0]?.model).toMatchObject({ customer: id });
  });

  it('answers all that is known, by its schema', async () => {
    const { status, body } = await fake.get(`/api/customers/${IDS[2]}?asOf=2018-06-30`);
    expect(status).toBe(200);
    expect(violations(CUSTOMER_BODY, body)).toBeNull();
    expect(fake.served.questions[0]?.model).toEqual({ kind: 'churn_score', customer: IDS[2], asOf: '2018-06-30' });
    expect(body).toMatchObject({
      customer: { customer_id: IDS[2], monetary: null },
      reasons: [{ feature: 'base' }, { feature: 'recency_days' }],
      history: [{ time: '2018-05-06T12:30:00.000Z' }],
      orders: [{ delivered: null }],
      histograms: [{ own: true }, { own: true }],
    });
  });

  it('answers 404 for a customer that there is not', async () => {
    expect(await fake.get('/api/customers/nobody')).toEqual({ status: 404, body: { error: 'No customer nobody.' } });
  });

  it('answers 404 when an id names no one customer, and 422 when the customer has no score', async () => {
    for (const [status, expected] of [
      [400, 404],
      [422, 422],
      [500, 500],
    ] as const) {
      fake.served.failures.set('churn_score', { status, error: 'because' });
      expect(await fake.get('/api/customers/ab')).toEqual({ status: expected, body: { error: 'because' } });
    }
  });

  it('refuses an id that is too long', async () => {
    expect((await fake.get(`/api/customers/${'x'.repeat(129)}`)).status).toBe(400);
  });
});
