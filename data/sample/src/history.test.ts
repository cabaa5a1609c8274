import { dayOfSecond, dayText } from './dates';
import { makeWorld, tellHistory, type OrderEvent } from './history';

const told = (customers: number, seed: number, months = 26) => [
  ...tellHistory(makeWorld({ customers, months, seed, repeatRate: 0.12 })),
];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
}

/** The last day with a tenth of the usual trade: that of the 56 days before, by median; and with one purchase at least. */
function endOfRegularTrade(orders: readonly OrderEvent[]): string {
  const purchases = new Map<number, number>();
  for (const { order } of orders) {
    if (order.status === 'canceled' || order.status === 'unavailable') continue;
    const day = dayOfSecond(order.timeline.purchase);
    purchases.set(day, (purchases.get(day) ?? 0) + 1);
  }
  for (let day = Math.max(...purchases.keys()); ; day -= 1) {
    const before = Array.from({ length: 56 }, (_, nth) => purchases.get(day - 1 - nth) ?? 0);
    if ((purchases.get(day) ?? 0) >= Math.max(1, median(before) / 10)) return dayText(day);
  }
}

describe('the history', () => {
  it.each([
    [300, 1, 26],
    [2000, 2, 26],
    [6000, 3, 26],
    [10_500, 1, 26],
    [10_500, 2, 26],
    [10_500, 3, 60],
    [3000, 4, 9],
  ])('of %p customers (seed %p, %p months) has its regular trade end on 2018-08-28', (customers, seed, months) => {
    const orders = told(customers, seed, months).filter((event): event is OrderEvent => event.kind === 'order');
    expect(endOfRegularTrade(orders)).toBe('2018-08-28');
  });

  it('tells one fate per person, numbers the orders, and ends each day in order', () => {
    const events = told(1000, 1);
    const persons = events.flatMap((event) => (event.kind === 'fate' ? [event.person] : []));
    expect(persons.sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, person) => person));
    const numbers = events.flatMap((event) => (event.kind === 'order' ? [event.number] : []));
    expect(numbers).toEqual(numbers.map((_, nth) => nth));
    const days = events.flatMap((event) => (event.kind === 'day' ? [event.day] : []));
    expect(dayText(days[0] ?? 0)).toBe('2016-09-04');
    expect(days).toEqual(days.map((_, nth) => (days[0] ?? 0) + nth));
  });

  it('is told the same way twice', () => {
    const world = makeWorld({ customers: 500, months: 12, seed: 1, repeatRate: 0.12 });
    const first = [...tellHistory(world)];
    expect([...tellHistory(world)]).toEqual(first);
  });
});
