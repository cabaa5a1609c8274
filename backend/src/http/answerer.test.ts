import { dayOf } from '../contract';
import {
  CUSTOMER_BODY,
  CUSTOMERS_BODY,
  MODEL_BODY,
  PREDICT_BODY,
  STATS_BODY,
  type Prediction,
  type RowError,
} from '../contract/rest/schemas';
import { fakeModel } from '../queries/churn/testing/fake-model';
import { fakeScorer } from '../queries/churn/testing/fake-scorer';
import { ScoreComingError, type Scorer } from '../queries/churn/scorer';
import { sampleShop, type Shop } from '../queries/testing/shop';
import { fakeApp, violations } from './testing/fake-app';

const MODEL = fakeModel({});
const fake = fakeApp();
let shop: Shop;
let scorer: Scorer | undefined;

beforeAll(async () => {
  shop = await sampleShop();
  fake.served.status = () => ({ state: 'ready', generation: shop.warehouse.generation });
  fake.served.predict = ({ rows, range, asOf, fullIds }) =>
    shop.predict(rows, { from: dayOf(range.from), to: dayOf(range.to), fullIds, scorer, asOf });
  fake.served.answer = ({ model, range, fullIds }) =>
    shop.ask(Object(model), { from: dayOf(range.from), to: dayOf(range.to), fullIds, scorer });
}, 60_000);
beforeEach(() => {
  fake.reset();
  scorer = fakeScorer(MODEL);
});
afterAll(async () => {
  await fake.app.close();
  await shop?.close();
});

interface Page {
  as_of: string;
  notices: string[];
  customers: Record<string, unknown>[];
  next: string | null;
}
interface Predicted {
  predictions: Prediction[];
  errors: RowError[];
  error: string;
}

const page = async (query = ''): Promise<Page> => (await fake.get<Page>(`/api/customers${query}`)).body;
const idsOf = ({ customers }: Page): string[] => customers.map((one) => String(one.customer_id));

describe('the REST API over the sample shop', () => {
  it('keeps to its schemas', async () => {
    const list = await page('?limit=50');
    const id = idsOf(list)[0];
    expect(violations(CUSTOMERS_BODY, list)).toBeNull();
    expect(list.customers).toHaveLength(50);
    expect(violations(CUSTOMER_BODY, (await fake.get(`/api/customers/${id}`)).body)).toBeNull();
    expect(violations(MODEL_BODY, (await fake.get('/api/model')).body)).toBeNull();
    expect(violations(STATS_BODY, (await fake.get('/api/dashboard/stats')).body)).toBeNull();
    expect(violations(PREDICT_BODY, (await fake.post({ customers: [id] })).body)).toBeNull();
  });

  it('judges customers as of the last day of regular trade, or the day asked for, and says so only then', async () => {
    const list = await page('?limit=1');
    expect(list.as_of).toBe(shop.warehouse.generation.regularLastDay);
    expect(list.notices.join()).not.toContain('Judged as of');
    expect((await page('?limit=1&asOf=2018-02-28')).as_of).toBe('2018-02-28');
    expect((await page('?limit=1&asOf=2030-01-01')).notices.join()).toContain('Judged as of');
  });

  it('pages through all customers of a state, each once', async () => {
    const seen: string[] = [];
    let url = new URL('http://x/api/customers?limit=7&state=RJ&band=high&sort=customer&order=asc');
    for (let next: string | null = url.href; next !== null;) {
      url = new URL(next, url);
      const one = await page(url.search);
      seen.push(...idsOf(one));
      next = one.next;
    }
    const all = await page('?limit=10000&state=RJ&band=high&sort=customer&order=asc');
    expect(seen.length).toBeGreaterThan(14);
    expect(seen).toEqual(idsOf(all));
    expect(all.customers.every(({ state, band }) => state === 'RJ' && band === 'high')).toBe(true);
  });

  it('predicts of listed customers what the list says, few or many', async () => {
    const { customers } = await page('?limit=60');
    for (const some of [customers.slice(0, 3), customers]) {
      const { body } = await fake.post<Predicted>({ customers: some.map((one) => one.customer_id) });
      const shared = ({
        customer_id,
        churn_probability,
        band,
        revenue_at_risk,
        reason,
        action,
      }: object & Record<string, unknown>) => ({
        customer_id,
        churn_probability,
        band,
        revenue_at_risk,
        reason,
        action,
      });
      expect(body.predictions.map((one) => shared({ ...one }))).toEqual(some.map(shared));
    }
  });

  it('lets a customer with features changed be predicted from a file, and describes features it refuses', async () => {
    const [id] = idsOf(await page('?limit=1'));
    const file = `customer_id;recency_days;monetary\n${id};10;1.234,5\n${id};-5;\nnobody;10;\n`;
    const { status, body } = await fake.post<Predicted>(file, { 'content-type': 'text/csv' });
    expect(status).toBe(200);
    expect(body.predictions).toMatchObject([{ row: 2, customer_id: id }]);
    expect(body.errors.map(({ row }) => row)).toEqual([3, 4]);
    expect(body.errors[0]?.error).toMatch(/^recency_days must be a number from \d+ to \d+, not -5\.$/);
    expect(body.errors[1]?.error).toContain('There is no customer "nobody"');
  });

  it('adds groups up to all customers, however they are grouped', async () => {
    interface Stats {
      risk: { total: Record<string, number> };
    }
    const [bySegment, byBand] = await Promise.all(
      ['segment', 'band'].map(async (by) => (await fake.get<Stats>(`/api/dashboard/stats?by=${by}`)).body.risk.total),
    );
    expect(bySegment?.customers).toBe((await page('?limit=10000')).customers.length);
    for (const [name, value] of Object.entries(bySegment ?? {})) expect(byBand?.[name]).toBeCloseTo(value, 6);
  });

  it('shows shortened ids to callers who may see no others, and finds customers by them', async () => {
    fake.role = 'Viewer';
    const [id] = idsOf(await page('?limit=1'));
    expect(id).toMatch(/^.{8}…$/);
    const one = await fake.get<{ customer: { customer_id: string } }>(`/api/customers/${encodeURIComponent(id ?? '')}`);
    expect(one.body.customer.customer_id).toBe(id);
    const { body } = await fake.post<Predicted>({ customers: [id] });
    expect(body.predictions).toMatchObject([{ customer_id: id }]);
  });

  it('answers 404 for an unknown customer, naming it', async () => {
    const { status, body } = await fake.get('/api/customers/nobody');
    expect(status).toBe(404);
    expect(body.error).toContain('"nobody"');
  });

  it('answers 503 while the first model is being trained, and the key figures all the same', async () => {
    const error = new ScoreComingError('The churn model is being trained, 40%.');
    const coming = (): Promise<never> => Promise.reject(error);
    scorer = { modelId: () => undefined, scored: coming, totals: coming, probabilityOf: coming };
    const response = await fake.app.inject('/api/customers');
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.json()).toEqual({ error: error.message });
    expect((await fake.post({ customers: ['x'] })).status).toBe(503);
    const { status, body } = await fake.get<Page & { risk: null }>('/api/dashboard/stats');
    expect({ status, risk: body.risk }).toEqual({ status: 200, risk: null });
    expect(body.notices).toContain(error.message);
  });

  it('answers 422 with the reason while no model serves, and the key figures all the same', async () => {
    scorer = undefined;
    const refused = ['/api/customers', '/api/customers/x', '/api/model'].map(async (url) => fake.get(url));
    for (const { status, body } of await Promise.all(refused)) {
      expect(status).toBe(422);
      expect(body.error).toContain('No churn model');
    }
    expect((await fake.post({ features: { recency_days: 10 } })).status).toBe(422);
    const { status, body } = await fake.get('/api/dashboard/stats');
    expect(status).toBe(200);
    expect(body).toMatchObject({ risk: null, key_figures: [{}, {}, {}, {}, {}, {}, {}, {}] });
  });
});
