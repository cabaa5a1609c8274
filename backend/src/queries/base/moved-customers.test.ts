import { addDays, MOVES, NOT_YET, SEGMENTS, type Frame } from '../../contract';
import { checkFrame, outgoing } from '../../frames';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';

const AT = { from: '2017-01-01', to: '2018-05-31' };
const DAYS = 60;

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

async function frameOf(model: object, options: AskOptions = {}): Promise<Frame | undefined> {
  const { status, error, frames } = await shop.ask(model, { ...AT, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  frames.forEach((frame) => checkFrame(outgoing(frame)));
  return frames[0];
}
const rows = async (model: object, options?: AskOptions) => rowsOf(await frameOf(model, options));
const moves = () => rows({ kind: 'segment_moves', days: DAYS });
const moved = (narrowed: object) => rows({ kind: 'customers', movedDays: DAYS, limit: 1_000_000, ...narrowed });
const sum = (found: readonly Record<string, unknown>[], key: string): number =>
  found.reduce((total, row) => total + Number(row[key]), 0);

/** Everybody's segment and status as of a day, by customer. */
async function judged(day: string): Promise<Map<unknown, { segment: unknown; status: unknown }>> {
  const found = await rows({ kind: 'customers', limit: 1_000_000, asOf: day });
  return new Map(found.map(({ customer, segment, status }) => [customer, { segment, status }]));
}

it('says of each pair of segments which way it leads', async () => {
  const rank = (segment: unknown): number => SEGMENTS.findIndex((one) => one === segment);
  const found = await moves();
  for (const { from_segment: from, to_segment: to, move } of found) {
    const way = rank(to) < rank(from) ? 'up' : 'down';
    expect([from, to, move]).toEqual([from, to, from === NOT_YET ? 'new' : from === to ? 'stayed' : way]);
  }
  expect(new Set(found.map(({ move }) => move))).toEqual(new Set(['stayed', 'up', 'down', 'new']));
});

it('counts who was active then and is churned now, and who is back', async () => {
  const [now, then] = await Promise.all([judged('2018-05-31'), judged(addDays('2018-05-31', -DAYS))]);
  const pairs = [...then].map(([customer, { status }]) => `${String(status)} ${String(now.get(customer)?.status)}`);
  const found = await moves();
  expect(sum(found, 'gone')).toBe(pairs.filter((pair) => pair === 'active churned').length);
  expect(sum(found, 'back')).toBe(pairs.filter((pair) => pair === 'churned active').length);
  expect(sum(found, 'gone')).toBeGreaterThan(0);
  expect(sum(found, 'back')).toBeGreaterThan(0);
});

it('lists the very customers behind each flow', async () => {
  const [now, then] = await Promise.all([judged('2018-05-31'), judged(addDays('2018-05-31', -DAYS))]);
  for (const { from_segment: from, to_segment: to, customers } of (await moves()).slice(0, 12)) {
    const list = await moved({ movedFrom: [from], movedTo: [to] });
    expect({ from, to, listed: list.length }).toEqual({ from, to, listed: customers });
    for (const { customer, segment_before: before, segment } of list) {
      expect([before, segment]).toEqual([then.get(customer)?.segment ?? NOT_YET, now.get(customer)?.segment]);
    }
  }
});

it.each(MOVES)('lists who moved that way: %s', async (way) => {
  const found = await moves();
  const counted = found.some(({ move }) => move === way)
    ? sum(
        found.filter(({ move }) => move === way),
        'customers',
      )
    : sum(found, way);
  expect(await moved({ moved: [way] })).toHaveLength(counted);
});

it('joins ways by "or", and all else by "and"', async () => {
  const found = await moves();
  const ends = found.filter(({ move, to_segment: to }) => (move === 'up' || move === 'new') && to === 'New');
  expect(await moved({ moved: ['up', 'new'], movedTo: ['New'] })).toHaveLength(sum(ends, 'customers'));
  expect(await moved({ moved: ['new'], status: ['churned'] })).toEqual([]);
});

it('narrows moves by filters, pages and sorts as every list of customers', async () => {
  const filters = { state: ['SP'] };
  const flows = await rows({ kind: 'segment_moves', days: DAYS, filters });
  const list = await moved({ moved: ['down'], filters, sort: 'customer', descending: false });
  expect(list).toHaveLength(
    sum(
      flows.filter(({ move }) => move === 'down'),
      'customers',
    ),
  );
  const page = await moved({ moved: ['down'], filters, sort: 'customer', descending: false, limit: 3, offset: 2 });
  expect(page.map(({ customer }) => customer)).toEqual(list.slice(2, 5).map(({ customer }) => customer));
});

it('says nothing of the segment before where nobody asks for moves, and goes 90 days back unless told otherwise', async () => {
  expect((await frameOf({ kind: 'customers' }))?.fields.map(({ column }) => column.name)).not.toContain(
    'segment_before',
  );
  const list = await rows({ kind: 'customers', moved: ['new'], limit: 1_000_000 });
  const flows = await rows({ kind: 'segment_moves' });
  expect(list).toHaveLength(
    sum(
      flows.filter(({ move }) => move === 'new'),
      'customers',
    ),
  );
});

it('names the statement that ran, and offers none for SQL mode, which knows one day only', async () => {
  const frame = await frameOf({ kind: 'customers', movedFrom: [NOT_YET] });
  expect(frame?.meta?.executedQueryString).toContain(`segment_before IN (SELECT unnest(['${NOT_YET}']::VARCHAR[]))`);
  expect(frame?.meta?.executedQueryString).not.toContain('$');
  expect(frame?.meta?.custom).not.toHaveProperty('sql');
});

it('is no data where nobody moved that way', async () => {
  const frame = await frameOf({ kind: 'customers', movedFrom: ['New'], movedTo: ['New'], movedDays: 3_000 });
  expect(frame).toMatchObject({ fields: [], meta: { type: 'table' } });
});

it.each([
  [{ movedFrom: ['Nobody'] }, 'movedFrom cannot be "Nobody"; known: Champions'],
  [{ movedTo: [NOT_YET] }, `movedTo cannot be "${NOT_YET}"`],
  [{ moved: ['sideways'] }, 'moved cannot be "sideways"; known: stayed, up, down, new, gone, back'],
  [{ movedDays: 0 }, 'movedDays must be a whole number from 1 to 3650, not 0'],
  [{ movedFrom: ['$moved_from'] }, 'which nobody replaced'],
])('refuses %j', async (narrowed, message) => {
  const { status, error } = await shop.ask({ kind: 'customers', ...narrowed });
  expect({ status, error }).toEqual({ status: 400, error: expect.stringContaining(message) });
});
