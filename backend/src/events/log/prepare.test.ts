import { prepareEvent } from './prepare';

const NOW = Date.UTC(2018, 8, 1);
const COMMON = { id: 'x', occurred_at: '2018-08-01T10:00:00-03:00', customer_id: 'ana' };
const FAILED = { ...COMMON, type: 'payment_failed' };
const view = (change: object = {}): object => ({ ...COMMON, type: 'page_viewed', page: '/', ...change });
const paid = (change: object): object => ({ ...COMMON, type: 'order_paid', order_id: 'o', ...change });
const ITEM = { product_id: 'p', seller_id: 's', price: 1, freight_value: 0 };
const placed = (second: object): object => ({
  ...COMMON,
  type: 'order_placed',
  order_id: 'o',
  zip_prefix: '01000',
  city: 'rio',
  state: 'RJ',
  items: [ITEM, { ...ITEM, ...second }],
});

it.each([
  ['no object', 7, 'invalid', 'An event must be an object, not 7.'],
  ['null', null, 'invalid', 'An event must be an object, not null.'],
  ['a list', [[]], 'invalid', 'An event must be an object'],
  ['an unknown type', view({ type: 'toString' }), 'invalid', 'type cannot be "toString"; known: order_placed,'],
  ['a missing field', { id: 'x', type: 'page_viewed' }, 'invalid', 'occurred_at is missing.'],
  ['an unknown field', view({ colour: 1 }), 'invalid', '"colour" is not known here.'],
  [
    'SQL in an id',
    view({ id: "x'); DROP TABLE events; --" }),
    'invalid',
    'id holds characters that cannot stand there',
  ],
  [
    'a control character',
    view({ page: 'a\u0007b' }),
    'invalid',
    'page holds characters that cannot stand there: "a\\u0007b"',
  ],
  [
    'half a character',
    view({ page: 'a\ud800b' }),
    'invalid',
    'page holds characters that cannot stand there: "a\\ud800b"',
  ],
  [
    'half a character in a review',
    { ...COMMON, type: 'order_reviewed', order_id: 'o', score: 5, message: 'line\n\udc00' },
    'invalid',
    'message holds characters that cannot stand there',
  ],
  ['a prototype', JSON.parse('{"__proto__": {"admin": true}, "type": "page_viewed"}'), 'invalid', 'is missing'],
  ['a number that is none', { ...FAILED, value: NaN }, 'invalid', 'value must be number, not NaN'],
  ['an enormous number', { ...FAILED, value: 1e300 }, 'invalid', 'value must be <= 1000000000'],
  ['infinity', { ...FAILED, value: Infinity }, 'invalid', 'value must be'],
  ['a wrong time', view({ occurred_at: '2018-02-30T00:00:00Z' }), 'invalid', 'occurred_at must be a time such as'],
  ['a future time', view({ occurred_at: '2018-09-01T00:06:00Z' }), 'future', 'future-dated'],
  ['an ancient time', view({ occurred_at: '1989-12-31T23:59:59Z' }), 'too_old', 'before 1990'],
  ['the year 1', paid({ approved_at: '0001-01-01T00:00:00Z' }), 'invalid', 'approved_at lies before 1990: 0001-01-01'],
  // In UTC, these are years that no RFC 3339 time can name: the database could not read them any more.
  ['the year 10000', paid({ approved_at: '9999-12-31T23:59:59-01:00' }), 'invalid', 'approved_at lies after 2199'],
  ['the year -1', paid({ approved_at: '0000-01-01T00:00:00+01:00' }), 'invalid', 'approved_at lies before 1990'],
  [
    'the year 9999 in an item',
    placed({ shipping_limit_at: '9999-12-31T00:00:00Z' }),
    'invalid',
    'items.1.shipping_limit_at lies after 2199: 9999-12-31T00:00:00Z.',
  ],
  ['a size beyond all', view({ page: 'x'.repeat(40_000) }), 'too_large', '32768 is the most'],
])('refuses %s', (_what, event, rejection, reason) => {
  expect(prepareEvent(event, NOW)).toMatchObject({ rejection, reason: expect.stringContaining(reason) });
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

it('refuses what is nested without end', () => {
  const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
  expect(prepareEvent(deep, NOW)).toMatchObject({ rejection: 'invalid', reason: expect.stringContaining('nested') });
});

it('keeps the beginning of what is too large, and the ids that can be read', () => {
  const refused = prepareEvent(view({ page: 'x'.repeat(40_000), id: 'much' }), NOW);
  expect(refused).toMatchObject({ id: 'much', customerId: 'ana' });
  expect(refused.text).toHaveLength(1_000);
});

it('keeps no id that cannot be one', () => {
  expect(prepareEvent(view({ id: 'a\u0000' }), NOW)).toMatchObject({ id: null, customerId: 'ana' });
});

it('takes characters that need a pair of surrogates', () => {
  expect(prepareEvent(view({ page: '/\u{1f600}' }), NOW)).toMatchObject({ body: '{"page":"/\u{1f600}"}' });
});

it('takes times from 1990 to 2199, and null for one that is not known', () => {
  const first = { approved_at: '1990-01-01T00:00:00Z', payments: [] };
  expect(prepareEvent(paid(first), NOW)).toMatchObject({ orderId: 'o', body: expect.stringContaining('"1990-01-01T') });
  expect(prepareEvent(paid({ approved_at: null }), NOW)).toMatchObject({ body: '{"order_id":"o","approved_at":null}' });
  expect(prepareEvent(placed({ shipping_limit_at: '2199-12-31T23:59:59Z' }), NOW)).toMatchObject({
    body: expect.stringContaining('"shipping_limit_at":"2199-12-31T23:59:59.000Z"'),
  });
});

it('brings times into UTC', () => {
  expect(prepareEvent(view(), NOW)).toMatchObject({ occurredAt: '2018-08-01T13:00:00.000Z', body: '{"page":"/"}' });
});
