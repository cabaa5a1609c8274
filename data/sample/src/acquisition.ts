import type { Period } from './period';
import { exp } from './portableMath';
import type { Random } from './random';
import { seasonOf } from './season';
import { drainOf } from './tradeClock';

/** Days after the first: single stray orders. */
const STRAY_SINGLES = [0, 1, 9, 12, 27, 48, 110];
/** Days after the first, with shares: one trial week of trade. */
const STRAY_WEEK = [29, 30, 31, 32, 33, 34, 35, 36];
const STRAY_WEEK_SHARE = 0.0033;
/** Days after the end of regular trade on which single orders follow, all canceled but the one on `TAIL_SHIPPED`. */
const TAIL = [2, 3, 6, 9, 12, 13, 14, 16, 20, 22, 28, 31, 34, 37, 49, 50];
export const TAIL_SHIPPED = 6;
const TAIL_SHARE = 0.0002;
/** Days until the growth has come two thirds of its way, as a share of regular trade. */
const GROWTH = 0.27;

/** How many persons order for the first time on each day of the period; they add up to `customers`. */
export function newcomersByDay(customers: number, period: Period, random: Random): Int32Array {
  const counts = new Int32Array(period.lastDay - period.firstDay + 1);
  const edges = strayAndTail(customers, period);
  let left = customers;
  for (const [index, count] of edges) {
    counts[index] = count;
    left -= count;
  }
  const regular = regularShape(left, period, random);
  const from = period.regularFirstDay - period.firstDay;
  spread(left, regular).forEach((count, index) => {
    counts[from + index] = count;
  });
  return counts;
}

function strayAndTail(customers: number, period: Period): Map<number, number> {
  const counts = new Map<number, number>();
  const end = period.regularLastDay - period.firstDay;
  const tailCount = Math.max(1, Math.round((customers * TAIL_SHARE) / TAIL.length));
  // A tiny sample keeps only every fourth of the scattered days, or they would weigh too much.
  const step = customers < 2000 ? 4 : 1;
  STRAY_SINGLES.forEach((offset, nth) => {
    if (nth % step === 0) counts.set(offset, 1);
  });
  const perDay = Math.round((customers * STRAY_WEEK_SHARE) / STRAY_WEEK.length);
  STRAY_WEEK.forEach((offset, nth) => {
    counts.set(offset, Math.max(1, nth === 0 ? Math.round(perDay / 5) : perDay));
  });
  TAIL.forEach((offset, nth) => {
    if ((TAIL.length - 1 - nth) % step === 0 || offset === TAIL_SHIPPED) {
      counts.set(end + offset, offset === TAIL_SHIPPED ? 1 : tailCount);
    }
  });
  return counts;
}

/** Expected newcomers on each day of regular trade and the trickle after it: growth, season, drain and chance. */
function regularShape(customers: number, period: Period, random: Random): Float64Array {
  const days = period.regularLastDay - period.regularFirstDay + 2;
  const shape = new Float64Array(days);
  let sum = 0;
  for (let index = 0; index < days; index += 1) {
    const day = period.regularFirstDay + index;
    const growth = 0.12 + 0.88 * (1 - exp(-index / (GROWTH * days)));
    // The first day opens with a rush.
    const opening = index === 0 ? 3 : 1;
    shape[index] = growth * opening * seasonOf(day) * drainOf(day, period);
    sum += shape[index] ?? 0;
  }
  return shape.map((value) => {
    const expected = (value / sum) * customers;
    return Math.max(0, expected * exp(0.06 * random.normal()) + 0.7 * Math.sqrt(expected) * random.normal());
  });
}

/**
 * Whole numbers in proportion to `shape` that add up to `total`; as far as there are enough, no day is left empty.
 */
function spread(total: number, shape: Float64Array): Int32Array {
  const floor = total >= shape.length * 4 ? 1 : 0;
  const scale = (total - floor * shape.length) / shape.reduce((sum, value) => sum + value, 0);
  const counts = new Int32Array(shape.length);
  let exact = 0;
  let given = 0;
  for (let index = 0; index < shape.length; index += 1) {
    exact += (shape[index] ?? 0) * scale;
    const target = index === shape.length - 1 ? total - floor * shape.length : Math.round(exact);
    counts[index] = target - given + floor;
    given = target;
  }
  return counts;
}
