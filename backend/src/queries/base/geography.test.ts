import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSample } from '@churnwatch/sample';
import { BRAZIL_STATES, type Frame } from '../../contract';
import { checkFrame } from '../../frames';
import type { Answer } from '../question';
import { fakeModel } from '../churn/testing/fake-model';
import { fakeScorer } from '../churn/testing/fake-scorer';
import { build } from '../../warehouse';
import { openShop, rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';

const AT = { from: '2018-01-01', to: '2018-05-31' };
const STATE = { kind: 'geography', by: 'state' };
const CITY = { kind: 'geography', by: 'city' };

let shop: Shop;

beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);

afterAll(() => shop.close());

async function frameOf(asked: Promise<Answer>): Promise<Frame> {
  const { error, frames } = await asked;
  expect(error).toBeUndefined();
  checkFrame(frames[0]!);
  return frames[0]!;
}

const rows = async (model: object, options: AskOptions = AT) => rowsOf(await frameOf(shop.ask(model, options)));
const scored = (): AskOptions => ({ ...AT, scorer: fakeScorer(fakeModel({})) });
const noticesOf = ({ meta }: Frame): string => (meta?.notices ?? []).map(({ text }) => text).join(' ');

describe('sales of places', () => {
  it.each(['revenue', 'orders', 'customers'])('are those of a breakdown, to the cent: %s', async (measure) => {
    for (const by of ['state', 'city']) {
      const found = await rows({ kind: 'geography', by });
      const expected = await rows({ kind: 'breakdown', by, measure });
      const nameOf = (row: Record<string, unknown>) =>
        by === 'state' ? row.state : `${String(row.city)} (${String(row.state)})`;
      const sold = found.filter((row) => row.orders !== 0);
      const values = new Map(sold.map((row) => [nameOf(row), row[measure]]));
      const worth = expected.map((row) => [row[by], row[measure]] as const);
      expect(worth.filter(([name, value]) => values.get(name) !== value)).toEqual([]);
      expect(worth.length).toBeGreaterThan(5);
    }
  });

  it('follow filters as a breakdown does', async () => {
    const narrowing = { filters: { payment_type: ['boleto'] }, exclude: { state: ['SP'] } };
    const found = await rows({ ...STATE, ...narrowing });
    const expected = await rows({ kind: 'breakdown', ...narrowing });
    const sold = found.filter((row) => Number(row.revenue) > 0);
    expect(sold.map(({ state, revenue }) => [state, revenue])).toEqual(
      expected.map(({ state, revenue }) => [state, revenue]),
    );
    expect(found.map(({ state }) => state)).not.toContain('SP');
  });

  it('come with the names of the states, the most revenue first', async () => {
    const found = await rows(STATE);
    for (const { state, name } of found) expect(name).toBe(BRAZIL_STATES[String(state)]);
    const revenues = found.map(({ revenue }) => Number(revenue));
    expect(revenues).toEqual(revenues.toSorted((a, b) => b - a));
    expect(await rows({ ...STATE, limit: 2 })).toEqual(found.slice(0, 2));
  });
});

describe('customers of places', () => {
  it('are all who have purchased by the as-of day, each at one place', async () => {
    const customers = await rows({ kind: 'customers', limit: 1_000_000 });
    for (const query of [STATE, CITY]) {
      const found = await rows(query);
      expect(found.reduce((sum, { customer_base: base }) => sum + Number(base), 0)).toBe(customers.length);
    }
    const churned = customers.filter(({ state, status }) => state === 'SP' && status === 'churned').length;
    const sp = (await rows(STATE)).find(({ state }) => state === 'SP');
    expect(Number(sp?.churned_share) * Number(sp?.customer_base)).toBeCloseTo(churned, 6);
    expect(churned).toBeGreaterThan(10);
  });

  it('stay on the map where nothing was sold in the range', async () => {
    const found = await rows(STATE, { from: '2018-05-31', to: '2018-05-31' });
    const quiet = found.filter(({ revenue }) => revenue === 0);
    expect(quiet.length).toBeGreaterThan(0);
    for (const { orders, customers, customer_base: base } of quiet) {
      expect({ orders, customers }).toEqual({ orders: 0, customers: 0 });
      expect(Number(base)).toBeGreaterThan(0);
    }
  });
});

describe('churn risk of places', () => {
  it.each([[undefined], [['active']]])(
    'is that of a risk summary by state, of customers who are %j',
    async (status) => {
      const found = await rows({ ...STATE, status }, scored());
      const expected = await rows({ kind: 'risk_summary', by: 'state', status }, scored());
      const byState = new Map(found.map((row) => [row.state, row]));
      for (const { state, high_risk_share, high_risk_customers, high_risk_revenue } of expected) {
        expect(byState.get(state)).toMatchObject({ high_risk_customers });
        expect(byState.get(state)?.high_risk_share).toBeCloseTo(Number(high_risk_share), 12);
        expect(byState.get(state)?.high_risk_revenue).toBeCloseTo(Number(high_risk_revenue), 6);
      }
      expect(expected.length).toBeGreaterThan(5);
    },
  );

  it('is empty without a model, and says why', async () => {
    const frame = await frameOf(shop.ask(STATE, AT));
    expect(noticesOf(frame)).toContain('Churn risk is left out. No churn model has been trained yet');
    for (const { high_risk_share, high_risk_revenue, revenue } of rowsOf(frame)) {
      expect({ high_risk_share, high_risk_revenue }).toEqual({ high_risk_share: null, high_risk_revenue: null });
      expect(revenue).not.toBeNull();
    }
  });

  it('is empty where the gates of the model forbid scores', async () => {
    const scorer = fakeScorer(fakeModel({ failedGate: 'hard' }));
    const frame = await frameOf(shop.ask(STATE, { ...AT, scorer }));
    expect(noticesOf(frame)).toContain('Too little of history');
    expect(rowsOf(frame).every((row) => row.high_risk_share === null)).toBe(true);
  });

  it('can narrow everything to a risk band, which needs a model', async () => {
    const high = { ...STATE, filters: { band: ['high'] } };
    for (const row of await rows(high, scored())) expect([1, null]).toContain(row.high_risk_share);
    const { status, error } = await shop.ask(high, AT);
    expect({ status, error }).toMatchObject({ status: 422, error: expect.stringContaining('No churn model') });
  });
});

describe('places of cities', () => {
  it('lie in Brazil, and those without one are counted in a notice', async () => {
    const frame = await frameOf(shop.ask(CITY, AT));
    const cities = rowsOf(frame);
    const known = cities.filter(({ latitude }) => latitude !== null);
    for (const { latitude, longitude } of known) {
      expect(Number(latitude)).toBeGreaterThan(-34);
      expect(Number(latitude)).toBeLessThan(6);
      expect(Number(longitude)).toBeGreaterThan(-74);
      expect(Number(longitude)).toBeLessThan(-28);
    }
    expect(known.length).toBeGreaterThan(10);
    const lost = cities.length - known.length;
    expect(noticesOf(frame).includes(`${lost} of ${cities.length} cities have no place`)).toBe(lost > 0);
  });

  it('are no data where nobody is left', async () => {
    const frame = await frameOf(shop.ask({ ...CITY, filters: { state: ['XX'] } }, AT));
    expect(frame).toMatchObject({ meta: { type: 'table' }, fields: [] });
  });

  it('refuse another level by name', async () => {
    const { status, error } = await shop.ask({ kind: 'geography', by: 'region' }, AT);
    expect({ status, error }).toMatchObject({ status: 400, error: expect.stringContaining('state, city') });
  });
});

describe('a file of places that is not as it should be', () => {
  // Each builds warehouses of its own.
  const LIMIT = 60_000;
  const HEAD = 'olist_geolocation_dataset.csv';
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'churnwatch-places-'));
    await generateSample({ out: join(folder, 'data'), customers: 200, seed: 3 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const citiesAfter = async (change: (file: string) => void): Promise<Frame> => {
    change(join(folder, 'data', HEAD));
    const shop = { data: join(folder, 'data'), out: join(folder, 'warehouse') };
    await build(shop);
    const changed = await openShop(shop);
    const frame = await frameOf(changed.ask(CITY, { from: '2016-01-01', to: '2018-12-31' }));
    await changed.close();
    return frame;
  };

  it(
    'leaves cities without a place when it is not there',
    async () => {
      const frame = await citiesAfter((file) => rmSync(file));
      expect(rowsOf(frame).every(({ latitude, longitude }) => latitude === null && longitude === null)).toBe(true);
      expect(noticesOf(frame)).toContain('load the shop’s geolocation file');
    },
    LIMIT,
  );

  it(
    'holds out zip areas that lie outside Brazil',
    async () => {
      const sound = await citiesAfter(() => undefined);
      const frame = await citiesAfter((file) => {
        const abroad = readFileSync(file, 'utf8').replaceAll(/^("?\d{4}[02468]"?),[^,]+,[^,]+,/gm, '$1,38.7,-9.1,');
        writeFileSync(file, abroad);
      });
      const known = (one: Frame) => rowsOf(one).flatMap(({ latitude }) => (latitude === null ? [] : Number(latitude)));
      expect(known(frame).every((latitude) => latitude < 6)).toBe(true);
      expect(known(frame).length).toBeGreaterThan(5);
      expect(known(frame).length).toBeLessThan(known(sound).length);
    },
    LIMIT,
  );
});
