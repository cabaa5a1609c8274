import type { Spot } from '../../../components/picture/SpotPicture';
import { formatDayOf } from '../../../format/dates';
import { formatCount, formatMoneyExact } from '../../../format/numbers';
import type { Order } from '../data/model';

/** An order's dot: pixels of the picture. */
export interface Dot extends Spot {
  x: number;
  radius: number;
  order: Order;
}

const RADIUS = { least: 4, most: 13 };
const MARGIN = 16;

/** The orders as dots from the first one to the as-of day; the area of a dot is the order's value. */
export function timelineDots(orders: readonly Order[], until: number, width: number, height: number): Dot[] {
  const first = Math.min(...orders.map(({ time }) => time));
  const span = Math.max(1, until - first);
  const most = Math.max(1, ...orders.map(({ value }) => value ?? 0));
  // The large ones first, so that a small one of the same week lies above them.
  const drawn = orders.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0));
  return drawn.map((order) => {
    const x = MARGIN + ((order.time - first) / span) * (width - 2 * MARGIN);
    const radius = Math.max(RADIUS.least, Math.sqrt(Math.max(0, order.value ?? 0) / most) * RADIUS.most);
    return {
      key: `${order.id} ${order.time}`,
      left: x - radius - 2,
      top: height / 2 - radius - 2,
      width: 2 * radius + 4,
      height: 2 * radius + 4,
      title: `Order of ${formatDayOf(order.time)}`,
      text: order.categories.replaceAll('_', ' '),
      facts: orderFacts(order),
      x,
      radius,
      order,
    };
  });
}

function orderFacts({ status, value, items, delivered, daysLate, reviewScore, id }: Order) {
  return [
    { name: 'Value', value: formatMoneyExact(value) },
    { name: 'Status', value: status },
    { name: 'Items', value: formatCount(items) },
    { name: 'Delivered', value: delivered === null ? '–' : `${formatDayOf(delivered)}, ${delayText(daysLate)}` },
    { name: 'Review', value: reviewText(reviewScore) },
    { name: 'Order', value: id.slice(0, 8) },
  ];
}

/** How late an order came, in words. */
export function delayText(daysLate: number | null): string {
  if (daysLate === null) return 'delay not known';
  const days = Math.abs(Math.round(daysLate));
  if (days === 0) return 'on the day';
  return `${days} ${days === 1 ? 'day' : 'days'} ${daysLate > 0 ? 'late' : 'early'}`;
}

/** A review's stars, or that there is none. */
export function reviewText(score: number | null): string {
  return score === null ? 'none' : `${formatCount(score)} of 5`;
}
