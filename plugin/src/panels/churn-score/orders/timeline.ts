import type { Spot } from '../../../components/picture/SpotPicture';
import { formatDayOf } from '../../../format/dates';
import { formatCount, formatMoneyExact } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { Order } from '../data/model';
import { formatDays } from '../../../format/scores';

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
      title: t('churn.orders.orderOf', 'Order of {{day}}', { day: formatDayOf(order.time) }),
      text: order.categories,
      facts: orderFacts(order),
      x,
      radius,
      order,
    };
  });
}

function orderFacts({ statusText, value, items, delivered, daysLate, reviewScore, id }: Order) {
  return [
    { name: t('churn.value', 'Value'), value: formatMoneyExact(value) },
    { name: t('churn.orders.status', 'Status'), value: statusText },
    { name: t('churn.orders.items', 'Items'), value: formatCount(items) },
    {
      name: t('churn.orders.delivered', 'Delivered'),
      value: delivered === null ? '–' : `${formatDayOf(delivered)}, ${delayText(daysLate)}`,
    },
    { name: t('churn.orders.review', 'Review'), value: reviewText(reviewScore) },
    { name: t('churn.orders.order', 'Order'), value: id.slice(0, 8) },
  ];
}

/** How late an order came, in words. */
export function delayText(daysLate: number | null): string {
  if (daysLate === null) return t('churn.orders.delayUnknown', 'delay not known');
  const days = Math.abs(Math.round(daysLate));
  if (days === 0) return t('churn.orders.onTheDay', 'on the day');
  return daysLate > 0
    ? t('churn.orders.late', '{{days}} late', { days: formatDays(days) })
    : t('churn.orders.early', '{{days}} early', { days: formatDays(days) });
}

/** A review's stars, or that there is none. */
export function reviewText(score: number | null): string {
  return score === null
    ? t('churn.orders.noReview', 'none')
    : t('churn.ofFive', '{{stars}} of 5', { stars: formatCount(score) });
}
