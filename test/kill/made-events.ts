import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An event to be sent. */
export interface MadeEvent {
  id: string;
  type: string;
  customer_id: string;
  occurred_at: string;
  [field: string]: unknown;
}

/** A generator of numbers from 0 up to `below`: the same every time for the same seed (Numerical Recipes' LCG). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Customers of a shop's files. */
function customersOf(files: string): string[] {
  const [header = '', ...rows] = readFileSync(join(files, 'olist_customers_dataset.csv'), 'utf8').trim().split('\n');
  const at = header.replaceAll('"', '').split(',').indexOf('customer_unique_id');
  return rows.map((row) => row.replaceAll('"', '').split(',')[at]!);
}

/** Long after the shop's last order: whoever comes back then without buying has become a greater risk. */
const LATER = '2018-10-20T12:00:00Z';

/** Events of a shop's customers, numbered: views of pages and new orders. */
export function makeEvents(files: string, count: number, random: (below: number) => number): MadeEvent[] {
  const customers = customersOf(files);
  return Array.from({ length: count }, (_, number) => {
    const event = {
      id: `kill-${number}`,
      customer_id: customers[random(customers.length)]!,
      occurred_at: LATER,
    };
    if (random(3) > 0) return { ...event, type: 'page_viewed', page: '/offers' };
    return {
      ...event,
      type: 'order_placed',
      order_id: `kill-order-${number}`,
      zip_prefix: '01000',
      city: 'sao paulo',
      state: 'SP',
      items: [{ product_id: 'p1', seller_id: 's1', price: 20 + random(100), freight_value: 5 }],
      payments: [{ type: 'credit_card', value: 50 }],
    };
  });
}
