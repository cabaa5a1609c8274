import type { Row } from '../../warehouse';
import { KnownCustomers, type FindCustomers } from './known-customers';
import { isRefused, prepareEvent, type PreparedEvent } from './prepare';

const DAY = '2018-08-01T10:00:00Z';
const NOW = Date.parse('2018-08-02T00:00:00Z');

function prepared(event: object): PreparedEvent {
  const made = prepareEvent({ occurred_at: DAY, ...event }, NOW);
  if (isRefused(made)) throw new Error(made.reason);
  return made;
}
const order = (customer: string): PreparedEvent =>
  prepared({
    id: `order-${customer}`,
    type: 'order_placed',
    customer_id: customer,
    order_id: `o-${customer}`,
    items: [{ product_id: 'p', seller_id: 's', price: 10, freight_value: 1 }],
    payments: [{ type: 'credit_card', value: 11 }],
    zip_prefix: '01000',
    state: 'SP',
    city: 'sao paulo',
  });
const view = (customer: string): PreparedEvent =>
  prepared({ id: `view-${customer}`, type: 'page_viewed', customer_id: customer, page: '/' });

/** Who is asked answers when it is told to. */
function slowly<Asked extends unknown[], Answer>() {
  const waiting: ((answer: Answer) => void)[] = [];
  return {
    ask: (..._: Asked): Promise<Answer> => new Promise<Answer>((resolve) => void waiting.push(resolve)),
    answer: (answer: Answer): void => waiting.shift()?.(answer),
  };
}
const nobody: FindCustomers = () => Promise.resolve(new Set());
const rowsOf = (customers: readonly string[]): Row[] => customers.map((customer_id) => ({ customer_id }));

it('knows who placed an order that no generation has, and whom the warehouse knows', async () => {
  const known = new KnownCustomers((ids) => Promise.resolve(new Set(ids.filter((id) => id === 'ana'))));
  known.note([order('bia'), view('cid')]);
  expect(await known.among(['ana', 'bia', 'cid'])).toEqual(new Set(['ana', 'bia']));
});

it('takes everyone at their word while there is no warehouse to ask', async () => {
  const known = new KnownCustomers(() => Promise.resolve(undefined));
  expect(await known.among(['ana'])).toEqual(new Set(['ana']));
});

it('refuses events of nobody that is known, but no news of orders', async () => {
  const known = new KnownCustomers(nobody);
  const checked = await known.check([view('ana'), order('bia'), view('bia')]);
  expect(checked.map((one) => isRefused(one))).toEqual([true, false, false]);
});

it('goes on knowing those who come into a generation while others are looked up in the one before', async () => {
  const asking = slowly<[readonly string[]], ReadonlySet<string>>();
  const known = new KnownCustomers(asking.ask);
  known.note([order('bia')]);
  const found = known.among(['ana', 'bia']);
  await known.read({ rows: () => Promise.resolve([]) }, 7);
  asking.answer(new Set(['ana']));
  expect(await found).toEqual(new Set(['ana', 'bia']));
});

it('forgets nobody who places an order while those are read whom no generation has', async () => {
  const reading = slowly<[], Row[]>();
  const known = new KnownCustomers(nobody);
  known.note([order('gone')]);
  const read = known.read({ rows: reading.ask }, 7);
  known.note([order('new')]);
  reading.answer(rowsOf(['kept']));
  await read;
  expect(await known.among(['gone', 'kept', 'new'])).toEqual(new Set(['kept', 'new']));
});

it('keeps whom it knew when they cannot be read', async () => {
  const known = new KnownCustomers(nobody);
  known.note([order('bia')]);
  await expect(known.read({ rows: () => Promise.reject(new Error('broken')) }, 7)).rejects.toThrow('broken');
  expect(await known.among(['bia'])).toEqual(new Set(['bia']));
});
