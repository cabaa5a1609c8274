import { Ajv } from 'ajv';
import { eventTime } from './moment';
import { EVENT_SCHEMA, EVENT_SCHEMAS } from './schemas';
import { EVENT_TYPES, ORDER_EVENT_TYPES, type ShopEvent } from './types';

const COMMON = { occurred_at: '2018-05-01T10:00:00Z', customer_id: 'person1' };
const ITEM = { product_id: 'p1', seller_id: 's1', price: 10.5, freight_value: 0 };
const PLACED: ShopEvent = {
  ...COMMON,
  id: 'e1',
  type: 'order_placed',
  order_id: 'o1',
  zip_prefix: '01000',
  city: 'são paulo',
  state: 'SP',
  items: [ITEM],
  payments: [{ type: 'credit_card', instalments: 2, value: 10.5 }],
};
const GOOD: ShopEvent[] = [
  PLACED,
  { ...COMMON, id: 'e2', type: 'order_paid', order_id: 'o1', approved_at: null },
  { ...COMMON, id: 'e3', type: 'order_canceled', order_id: 'o1', status: 'unavailable' },
  { ...COMMON, id: 'e4', type: 'order_delivered', order_id: 'o1', delivered_at: '2018-05-02T10:00:00-03:00' },
  { ...COMMON, id: 'e5', type: 'order_reviewed', order_id: 'o1', score: 5, message: 'bom\nproduto' },
  { ...COMMON, id: 'e6', type: 'support_ticket_opened', topic: 'late' },
  { ...COMMON, id: 'e7', type: 'email_opened', campaign: 'May' },
  { ...COMMON, id: 'e8', type: 'email_clicked', link: 'https://shop.example/a?b=c' },
  { ...COMMON, id: 'e9', type: 'payment_failed', value: 3 },
  { ...COMMON, id: 'e10', type: 'page_viewed', page: '/' },
];

const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  formats: { 'date-time': (text) => eventTime(text) !== undefined },
});
const isEvent = ajv.compile(EVENT_SCHEMA);

it.each(GOOD.map((event) => [event.type, event]))('takes a good event of the type %s', (_type, event) => {
  expect(isEvent(event)).toBe(true);
});

it('has an example above of every type', () => {
  expect(GOOD.map(({ type }) => type)).toEqual([...EVENT_TYPES]);
  expect(Object.keys(EVENT_SCHEMAS)).toEqual([...EVENT_TYPES]);
  expect(ORDER_EVENT_TYPES).toEqual(EVENT_TYPES.filter((type) => type.startsWith('order_')));
});

it.each([
  ['an unknown type', { type: 'order_lost' }],
  ['an unknown field', { colour: 'red' }],
  ['an id with a quote', { id: "x' OR 1=1 --" }],
  ['an id with a control character', { order_id: 'a\u0000b' }],
  ['an empty id', { id: '' }],
  ['an id that is too long', { id: 'x'.repeat(129) }],
  ['a time without an offset', { occurred_at: '2018-05-01T10:00:00' }],
  ['a day that does not exist', { occurred_at: '2018-02-30T10:00:00Z' }],
  ['a price below zero', { items: [{ ...ITEM, price: -1 }] }],
  ['an enormous price', { items: [{ ...ITEM, price: 1e300 }] }],
  ['a price that is text', { items: [{ ...ITEM, price: '10.50' }] }],
  ['a price that is not a number', { items: [{ ...ITEM, price: NaN }] }],
  ['no items', { items: undefined }],
  ['a prototype', JSON.parse('{"__proto__":{"admin":true}}') as object],
])('refuses %s', (_what, change) => {
  // Not by spreading, which would set the prototype instead of a field.
  const event = Object.defineProperties({ ...PLACED }, Object.getOwnPropertyDescriptors(change));
  expect(isEvent(event)).toBe(false);
});

it.each([
  ['2018-05-01T10:00:00Z', '2018-05-01T10:00:00.000Z'],
  ['2018-05-01T10:00:00.123456-03:00', '2018-05-01T13:00:00.123Z'],
  ['2020-02-29t23:59:59+23:59', '2020-02-29T00:00:59.000Z'],
])('reads the time %s', (text, same) => {
  expect(new Date(eventTime(text)!).toISOString()).toBe(same);
});

it.each([
  '',
  '2018-05-01',
  '2018-5-01T10:00:00Z',
  '2018-13-01T10:00:00Z',
  '2019-02-29T10:00:00Z',
  '2018-05-01T24:00:00Z',
  '2018-05-01T10:60:00Z',
  '2018-05-01T10:00:60Z',
  '2018-05-01T10:00:00+24:00',
  '2018-05-01T10:00:00Z; DROP TABLE events',
])('does not take %j for a time', (text) => {
  expect(eventTime(text)).toBeUndefined();
});
