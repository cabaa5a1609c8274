import { rowsOf, sampleShop, type AskOptions, type Shop } from '../../testing/shop';
import type { RowToPredict } from '../index';
import { fakeModel } from '../testing/fake-model';
import { fakeScorer } from '../testing/fake-scorer';

let shop: Shop;
let ids: string[];
const scorer = fakeScorer(fakeModel({}));

beforeAll(async () => {
  shop = await sampleShop();
  const { frames } = await shop.ask({ kind: 'churn_scores', limit: 200, sort: 'customer' }, { scorer });
  ids = rowsOf(frames[0]).map((row) => String(row.customer_id));
}, 60_000);
afterAll(() => shop.close());

const predicted = async (rows: RowToPredict[], options: AskOptions = {}) => {
  const { status, error, frames } = await shop.predict(rows, { scorer, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return rowsOf(frames[0]);
};
const whatIf = async (model: object) =>
  rowsOf((await shop.ask({ kind: 'what_if', ...model }, { scorer })).frames[0])[0];

const SHARED = ['churn_probability', 'band', 'relative_odds', 'expected_revenue', 'revenue_at_risk', 'action'];
const shared = (row: Record<string, unknown> | undefined) => SHARED.map((name) => row?.[name]);

describe('predictions', () => {
  it.each([3, 200])('of %d listed customers are what the list says, in the order asked for', async (many) => {
    const some = ids.slice(0, many).toReversed();
    const list = rowsOf((await shop.ask({ kind: 'churn_scores', limit: 10_000 }, { scorer })).frames[0]);
    const rows = await predicted(some.map((customer) => ({ customer })));
    expect(rows.map((row) => row.customer_id)).toEqual(some);
    for (const row of rows) {
      const listed = list.find((one) => one.customer_id === row.customer_id);
      expect([...shared(row), row.reason]).toEqual([...shared(listed), listed?.reason]);
    }
  });

  it('from features are what single what-ifs say', async () => {
    const all: Record<string, number>[] = [
      { recency_days: 10, frequency: 2, monetary: 300 },
      { recency_days: 700 },
      { monetary: 20 },
    ];
    const rows = await predicted(all.map((features) => ({ features })));
    for (const [at, changes] of all.entries()) expect(shared(rows[at])).toEqual(shared(await whatIf({ changes })));
    expect(rows.every(({ customer_id, reason }) => customer_id === null && String(reason) !== '')).toBe(true);
  });

  it('of a customer with features set are what a what-if of this customer says', async () => {
    const changes = { recency_days: 5 };
    const [row] = await predicted([{ customer: ids[0], features: changes }]);
    expect(shared(row)).toEqual(shared(await whatIf({ customer: ids[0], changes })));
    expect(row?.customer_id).toBe(ids[0]);
  });

  it('leave out no row: what is wrong with one stands in its place', async () => {
    const rows = await predicted([
      { features: { recency_days: -1 } },
      { customer: 'nobody' },
      { customer: '' },
      { features: { recency_days: 30 } },
      { customer: ids[0], features: { unknown: 3 } },
    ]);
    expect(rows.map(({ status, error }) => [status, error])).toEqual([
      [400, '"recency_days" cannot be -1.'],
      [404, expect.stringContaining('There is no customer "nobody" with a purchase up to ')],
      [404, expect.stringContaining('There is no customer ""')],
      [null, null],
      [400, '"unknown" cannot be 3.'],
    ]);
    expect(rows.map((row) => typeof row.churn_probability === 'number')).toEqual([false, false, false, true, false]);
  });

  it('take the beginning of an id that only one customer has', async () => {
    const [first = ''] = ids;
    const unlike = [...first].findIndex(
      (_, at) => ids.filter((id) => id.startsWith(first.slice(0, at + 1))).length < 2,
    );
    const rows = await predicted([{ customer: first.slice(0, unlike + 4) }, { customer: first.slice(0, 1) }]);
    expect(rows[0]?.customer_id).toBe(first);
    expect(rows[1]?.error).toContain('Several customers begin with');
  });

  it('tell callers who see shortened ids no more of an id than they see, however many they ask for', async () => {
    const [first = ''] = ids;
    const wrongEnd = `${first.slice(0, 8)}${'0'.repeat(24)}`;
    const others = ids.slice(0, 100).map((customer) => ({ customer }));
    for (const rows of [[{ customer: wrongEnd }], [{ customer: wrongEnd }, ...others]]) {
      const [row] = await predicted(rows, { fullIds: false });
      expect(row?.customer_id ?? row?.error).toMatch(/…$|Several customers/);
      expect(JSON.stringify(row)).not.toContain(first);
    }
  });

  it('say of which day they are, and know no customer who came later', async () => {
    const { frames } = await shop.predict(
      ids.map((customer) => ({ customer })),
      { scorer, asOf: '2017-03-31' },
    );
    expect(frames[0]?.meta?.custom).toMatchObject({ asOf: '2017-03-31', sample: true });
    const rows = rowsOf(frames[0]);
    expect(rows).toHaveLength(ids.length);
    expect(rows.some(({ error }) => String(error).includes('up to Mar 31, 2017'))).toBe(true);
    expect(rows.some(({ error }) => error === null)).toBe(true);
  });

  it('need a model', async () => {
    expect(await shop.predict([{ features: {} }])).toMatchObject({ status: 422, frames: [] });
  });

  it('end when the caller has gone', async () => {
    const answer = shop.predict(
      Array.from({ length: 2_000 }, () => ({ features: { frequency: 2 } })),
      {
        scorer,
        signal: AbortSignal.abort(),
      },
    );
    expect(await answer).toMatchObject({ status: 499, frames: [] });
  });
});
