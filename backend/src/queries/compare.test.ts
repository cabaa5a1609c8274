import type { Frame } from '../contract';
import { encodeArrow } from '../frames';
import { rowsOf, sampleShop, type AskOptions, type Shop } from './testing/shop';

const PURCHASE = "order_status NOT IN ('canceled', 'unavailable')";

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const frameOf = async (model: object, options: AskOptions): Promise<Frame> => {
  const { status, error, frames } = await shop.ask({ compare: true, ...model }, options);
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  expect(() => encodeArrow({ ...frames[0]!, refId: 'A' })).not.toThrow();
  return frames[0]!;
};
const cells = (frame: Frame, field: number): (number | null)[] => {
  const name = frame.fields[field]!.column.name;
  const one = { ...frame, fields: [frame.fields[field]!] };
  return rowsOf(one).map((row) => (row[name] === null ? null : Number(row[name])));
};
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, one) => all + (one ?? 0), 0);
const noticesOf = ({ meta }: Frame): string => (meta?.notices ?? []).map(({ text }) => text).join('\n');
const paid = async (from: string, to: string, where = 'true') => {
  const [truth] = await shop.csv(`
    SELECT coalesce(sum(payment_value::DECIMAL(18, 2)), 0)::DOUBLE AS paid
    FROM orders JOIN customers USING (customer_id) JOIN order_payments USING (order_id)
    WHERE ${PURCHASE} AND order_purchase_timestamp::DATE BETWEEN '${from}' AND '${to}' AND ${where}`);
  return Number(truth?.paid);
};
const MARCH = { from: '2018-03-01', to: '2018-03-31' };

describe('sales beside the period before', () => {
  it('has a dashed series of the days before, each on the day as far into the range', async () => {
    const frame = await frameOf({ kind: 'sales', grain: 'day' }, MARCH);
    const [, now, before] = frame.fields;
    expect(now?.config?.displayNameFromDS).toBe('Revenue');
    expect(before).toMatchObject({
      labels: { period: 'before' },
      config: {
        displayNameFromDS: 'Revenue (period before)',
        description: expect.stringContaining('In the period before, Jan 29, 2018 to Feb 28, 2018, moved onto'),
        custom: { lineStyle: { fill: 'dash' } },
      },
    });
    expect(frame.fields[0]?.column.length).toBe(31);
    const days = await frameOf(
      { kind: 'sales', grain: 'day', compare: false },
      { from: '2018-01-29', to: '2018-02-28' },
    );
    cells(frame, 2).forEach((value, i) => expect(value).toBeCloseTo(cells(days, 1)[i] ?? 0, 6));
    expect(sum(cells(frame, 2))).toBeCloseTo(await paid('2018-01-29', '2018-02-28'), 1);
    expect(noticesOf(frame)).not.toContain('period before');
  });

  it.each(['week', 'month'])('adds up by %s to all that was sold before', async (grain) => {
    const options = { from: '2018-01-10', to: '2018-04-19' };
    const frame = await frameOf({ kind: 'sales', grain }, options);
    expect(sum(cells(frame, 1))).toBeCloseTo(await paid('2018-01-10', '2018-04-19'), 1);
    expect(sum(cells(frame, 2))).toBeCloseTo(await paid('2017-10-02', '2018-01-09'), 1);
  });

  it('has the same series in the same order when it is split, also under filters', async () => {
    const model = { kind: 'sales', by: 'state', limit: 2, grain: 'week', exclude: { state: ['MG'] } };
    const frame = await frameOf(model, MARCH);
    const names = frame.fields.slice(1).map(({ config }) => config?.displayNameFromDS);
    const [first, second] = names;
    expect(names).toEqual([
      first,
      second,
      'Other',
      `${first} (period before)`,
      `${second} (period before)`,
      'Other (period before)',
    ]);
    const within = async (field: number, where: string) =>
      expect(sum(cells(frame, field))).toBeCloseTo(await paid('2018-01-29', '2018-02-28', where), 1);
    await within(4, `customer_state = '${first}'`);
    await within(6, `customer_state NOT IN ('${first}', '${second}', 'MG')`);
  });

  it('is null before the data begins and says from when there is data', async () => {
    const { firstDay } = shop.warehouse.generation;
    const frame = await frameOf({ kind: 'sales', grain: 'month' }, { from: firstDay, to: '2017-06-30' });
    expect(cells(frame, 2).every((value) => value === null)).toBe(true);
    expect(noticesOf(frame)).toContain(`no period before to compare with: the data begins on Sep 4, 2016`);
    const part = await frameOf({ kind: 'sales', grain: 'month' }, { from: '2017-03-01', to: '2017-12-31' });
    expect(cells(part, 2)[0]).toBeNull();
    expect(sum(cells(part, 2))).toBeCloseTo(await paid('2016-04-29', '2017-02-28'), 1);
    expect(noticesOf(part)).toContain('The data begins on Sep 4, 2016, within the period before');
  });

  it('compares what was sold up to the same moment where the data ends within the range', async () => {
    const { lastDay } = shop.warehouse.generation;
    const frame = await frameOf({ kind: 'sales', grain: 'day' }, { from: '2018-07-01', to: lastDay });
    const longer = await frameOf({ kind: 'sales', grain: 'day' }, { from: '2018-07-01', to: '2018-12-31' });
    expect(longer.fields[0]?.column.length).toBe(frame.fields[0]?.column.length);
    expect(sum(cells(longer, 2))).toBeGreaterThan(0);
  });

  it('copes with ranges of a moment, and with those where nothing was sold', async () => {
    for (const kind of ['sales', 'breakdown']) {
      await frameOf({ kind }, { from: '2001-01-01', to: '2001-01-01' });
      await frameOf({ kind }, { from: '2030-01-01', to: '2030-01-02' });
      await frameOf({ kind, filters: { state: ['XX'] } }, MARCH);
    }
  });
});

describe('a breakdown beside the period before', () => {
  it('has what each value had then, and the change', async () => {
    const frame = await frameOf({ kind: 'breakdown', by: 'state' }, MARCH);
    expect(frame.fields.map(({ column }) => column.name)).toEqual(['state', 'revenue', 'previous', 'change']);
    const rows = rowsOf(frame);
    for (const { state, revenue, previous, change } of rows) {
      const then = await paid('2018-01-29', '2018-02-28', `customer_state = '${String(state)}'`);
      if (then === 0) expect([previous, change]).toEqual([null, null]);
      else {
        expect(previous).toBeCloseTo(then, 1);
        expect(change).toBeCloseTo(Number(revenue) / then - 1, 3);
      }
    }
    expect(rows.some(({ previous }) => previous !== null)).toBe(true);
    expect(frame.fields[2]?.config?.description).toContain('In the period before, Jan 29, 2018 to Feb 28, 2018');
  });

  it('is empty where the data begins with the range, and says so', async () => {
    const frame = await frameOf({ kind: 'breakdown' }, { from: '2016-09-04', to: '2017-06-30' });
    expect(rowsOf(frame).every(({ previous, change }) => previous === null && change === null)).toBe(true);
    expect(noticesOf(frame)).toContain('no period before to compare with');
  });

  it('has no such columns unless asked', async () => {
    const frame = await frameOf({ kind: 'breakdown', compare: false }, MARCH);
    expect(frame.fields.map(({ column }) => column.name)).toEqual(['state', 'revenue']);
  });
});
