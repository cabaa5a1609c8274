import type { OrderStatus } from './order';
import type { Random } from './random';

/** Cumulative shares of the final status of an order; the rest is delivered. */
const SHARES: readonly (readonly [number, OrderStatus])[] = [
  [0.0048, 'canceled'],
  [0.011, 'unavailable'],
  [0.0224, 'shipped'],
  [0.0256, 'invoiced'],
  [0.0287, 'processing'],
];

export function drawStatus(random: Random): OrderStatus {
  const u = random.uniform();
  return SHARES.find(([share]) => u < share)?.[1] ?? 'delivered';
}

/** Whether the order's items are missing from the files, as with most unavailable and a quarter of the canceled orders. */
export function lacksItems(random: Random, status: OrderStatus): boolean {
  if (status === 'unavailable') return random.chance(0.985);
  if (status === 'canceled') return random.chance(0.26);
  return status === 'created';
}
