import { STATS_BODY } from '../../contract/rest/schemas';
import { fakeApp, violations } from '../testing/fake-app';

const fake = fakeApp();
beforeEach(() => fake.reset());
afterAll(() => fake.app.close());

describe('GET /dashboard/stats', () => {
  it('answers key figures and risk in one body, by its schema', async () => {
    const { status, body } = await fake.get('/api/dashboard/stats');
    expect(status).toBe(200);
    expect(violations(STATS_BODY, body)).toBeNull();
    expect(body).toMatchObject({
      from: '2017-08-29',
      to: '2018-08-28',
      key_figures: [{ measure: 'revenue', value: 12.5, previous: null }],
      risk: {
        by: 'segment',
        total: {
          customers: 40,
          mean_churn_probability: 0.6,
          high_risk_customers: 20,
          high_risk_share: 0.5,
          revenue_at_risk: 150,
        },
        groups: [{ group: 'one', customers: 10 }, { group: 'two' }],
      },
    });
  });

  it('asks for the days, the filters and the grouping that it was given', async () => {
    await fake.get('/api/dashboard/stats?from=2018-01-01&to=2018-01-31&by=state&state=SP&asOf=2018-03-01');
    const common = { filters: { state: ['SP'] }, asOf: '2018-03-01' };
    const range = { from: Date.UTC(2018, 0, 1), to: Date.UTC(2018, 1, 1) - 1 };
    expect(fake.served.questions).toMatchObject([
      { model: { kind: 'kpis', ...common }, range },
      { model: { kind: 'risk_summary', by: 'state', ...common }, range },
    ]);
  });

  it('ends with the as-of date when no last day is given', async () => {
    const { body } = await fake.get('/api/dashboard/stats?asOf=2018-03-01');
    expect(body).toMatchObject({ from: '2017-03-02', to: '2018-03-01' });
  });

  it('answers the key figures alone where no score is possible, and says why', async () => {
    fake.served.failures.set('risk_summary', { status: 422, error: 'Too few customers.' });
    const { status, body } = await fake.get('/api/dashboard/stats');
    expect(status).toBe(200);
    expect(violations(STATS_BODY, body)).toBeNull();
    expect(body).toMatchObject({ risk: null, notices: ['Generated sample data.', 'Too few customers.'] });
  });

  it('fails as a whole for any other reason', async () => {
    fake.served.failures.set('risk_summary', { status: 500, error: 'broken' });
    expect(await fake.get('/api/dashboard/stats')).toEqual({ status: 500, body: { error: 'broken' } });
  });

  it.each([
    ['from=2018-02-01&to=2018-01-01', 'from must not be later than to'],
    ['from=yesterday', 'from must be a day'],
    ['by=country', 'known: segment, state, band, city'],
    ['limit=1', '"limit" is not known here'],
  ])('refuses ?%s', async (query, message) => {
    const { status, body } = await fake.get<{ error: string }>(`/api/dashboard/stats?${query}`);
    expect(status).toBe(400);
    expect(body.error).toContain(message);
  });
});
