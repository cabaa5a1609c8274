import { LIFECYCLE_STAGES } from '../../contract';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';

// Many questions, each answered from the very start.
jest.setTimeout(30_000);

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

async function rows(model: object, options: AskOptions): Promise<Record<string, unknown>[]> {
  const { status, error, frames } = await shop.ask(model, options);
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return rowsOf(frames[0]);
}

const list = (model: object, options: AskOptions) => rows({ kind: 'customers', limit: 1_000_000, ...model }, options);
const count = async (model: object, options: AskOptions): Promise<number> => (await list(model, options)).length;
const dayOf = (ns: unknown): string => new Date(Number(BigInt(String(ns)) / 1_000_000n)).toISOString().slice(0, 10);
const nextOf = (day: string, period: string, steps: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  if (period === 'week') date.setUTCDate(date.getUTCDate() + 7 * steps);
  else date.setUTCMonth(date.getUTCMonth() + steps);
  return date.toISOString().slice(0, 10);
};
/** Some of many, evenly spread. */
const some = <T>(all: readonly T[], most: number): T[] =>
  all.filter((_, i) => i % Math.max(1, Math.ceil(all.length / most)) === 0);

describe.each(['month', 'week'])('the customers behind a cell of the cohorts, by %s', (period) => {
  // Begins and ends within a month and a week, so that the cohorts at both ends are cut.
  const RANGE = { from: '2017-03-08', to: '2018-05-17' };

  it.each([{}, { filters: { state: ['SP', 'RJ'] }, exclude: { category: ['toys'] } }])(
    'are as many as it says (%j)',
    async (narrowing) => {
      const cells = await rows({ kind: 'cohorts', period, ...narrowing }, RANGE);
      const returned = cells.filter((cell) => cell.period !== 0 && cell.customers !== 0);
      expect(returned.length).toBeGreaterThan(10);
      for (const cell of [...some(returned, 3), cells[0]!, cells.at(-2)!, cells.at(-1)!]) {
        const firstPurchase = dayOf(cell.cohort);
        const during = nextOf(firstPurchase, period, Number(cell.period));
        expect(await count({ firstPurchase, during, period, ...narrowing }, RANGE)).toBe(cell.customers);
      }
    },
  );

  it('are the whole cohort where no later period is named', async () => {
    const cells = await rows({ kind: 'cohorts', period }, RANGE);
    for (const { cohort, cohort_customers: size } of some(
      cells.filter((cell) => cell.period === 0),
      3,
    ))
      expect(await count({ firstPurchase: dayOf(cohort), period }, RANGE)).toBe(size);
  });

  it('can be named by any day of the period', async () => {
    const RANGE_OF_YEARS = { from: '2016-01-01', to: '2018-05-31' };
    const [first, other] = period === 'week' ? ['2017-05-01', '2017-05-07'] : ['2017-05-01', '2017-05-31'];
    const named = await list({ firstPurchase: first, period }, RANGE_OF_YEARS);
    expect(named.length).toBeGreaterThan(0);
    expect(await list({ firstPurchase: other, period }, RANGE_OF_YEARS)).toEqual(named);
  });
});

describe.each([
  ['month', 180],
  ['month', 30],
  ['week', 45],
])('the customers behind a bar of the lifecycle, by %s with a churn rule of %i days', (period, churnDays) => {
  const OPTIONS = { from: '2017-02-10', to: '2018-05-16', settings: { churnDays } };

  it.each(LIFECYCLE_STAGES)('are as many as it says: %s', async (activity) => {
    const steps = await rows({ kind: 'lifecycle', period }, OPTIONS);
    const filled = steps.filter((step) => step[activity] !== 0);
    expect(filled.length).toBeGreaterThan(activity === 'reactivated' && churnDays === 180 ? 0 : 3);
    for (const step of [...some(filled, 3), steps[0]!, steps.at(-1)!])
      expect(await count({ activity, during: dayOf(step.time), period }, OPTIONS)).toBe(step[activity]);
  });
});

describe('what customers did', () => {
  const RANGE = { from: '2018-01-01', to: '2018-01-31' };

  it('is looked for in the time range where no other time is named', async () => {
    for (const activity of ['purchased', ...LIFECYCLE_STAGES]) {
      const found = await list({ activity }, RANGE);
      expect(found).toEqual(await list({ activity, during: '2018-01-15' }, RANGE));
    }
    expect(await count({ activity: 'new' }, RANGE)).toBeGreaterThan(10);
  });

  it('is any purchase unless said otherwise', async () => {
    const range = { from: '2017-01-01', to: '2018-05-31' };
    const during = '2018-01-01';
    expect(await list({ during }, range)).toEqual(await list({ during, activity: 'purchased' }, range));
    const parts = await Promise.all(
      (['new', 'returning', 'reactivated'] as const).map((activity) => count({ during, activity }, range)),
    );
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(await count({ during }, range));
  });

  it.each([
    { during: '2030-01-01' },
    { during: '2001-01-01', activity: 'dormant' },
    { firstPurchase: '2016-12-01' },
    { firstPurchase: '2018-02-01', during: '2018-01-01' },
  ])('is nothing where there can be nobody (%j)', async (model) => {
    expect(await list(model, RANGE)).toEqual([]);
  });

  it.each([
    [{ firstPurchase: 'January' }, 'firstPurchase must be a day such as 2018-06-30, not "January".'],
    [{ during: '2018-02-30' }, 'during must be a day such as 2018-06-30'],
    [{ during: '$month' }, 'during holds the variable'],
    [{ during: '2018-01-01', activity: 'lost' }, 'activity cannot be "lost"; known: purchased, new, returning'],
    [{ firstPurchase: '2018-01-01', period: 'year' }, 'period cannot be "year"; known: month, week'],
  ])('must be said in words that are known: %j', async (model, message) => {
    const { status, error } = await shop.ask({ kind: 'customers', ...model }, RANGE);
    expect(status).toBe(400);
    expect(error).toContain(message);
  });
});
