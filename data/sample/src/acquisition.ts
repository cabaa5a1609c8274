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
/** Days after the end of regular trade on which single orders follow, all canceled. */
const TAIL = [2, 3, 9, 12, 13, 14, 16, 20, 22, 28, 31, 34, 37, 49, 50];
/** The day after the end of regular trade whose one order is shipped, the last purchase of all. */
export const TAIL_SHIPPED = 6;
const TAIL_SHARE = 0.0002;
/** Days until the growth has come two thirds of its way, as a share of regular trade. */
const GROWTH = 0.27;

/** Below so many persons per day of regular trade, single orders at the edges would pass for regular trade. */
const SPARSE = 8;

/** How many persons order for the first time on each day of the period; they add up to `customers`. */
export function newcomersByDay(customers: number, period: Period, random: Random): Int32Array {
  const sparse = customers / (period.regularLastDay - period.regularFirstDay + 1) < SPARSE;
  const counts = new Int32Array(period.lastDay - period.firstDay + 1);
  let left = customers;
  for (const [index, count] of edges(customers, period, sparse)) {
    counts[index] = count;
    left -= count;
  }
  const from = period.regularFirstDay - period.firstDay;
  spread(left, regularShape(left, period, random, sparse), sparse).forEach((count, index) => {
    counts[from + index] = count;
  });
  return counts;
}

/** The stray orders before regular trade and the tail after it, by day of the period. A sparse sample has fewer. */
function edges(customers: number, period: Period, sparse: boolean): Map<number, number> {
  const counts = new Map<number, number>();
  const step = sparse ? 4 : 1;
  STRAY_SINGLES.forEach((offset, nth) => {
    if (nth % step === 0) counts.set(offset, 1);
  });
  const perDay = Math.round((customers * STRAY_WEEK_SHARE) / STRAY_WEEK.length);
  STRAY_WEEK.forEach((offset, nth) => {
    counts.set(offset, Math.max(1, nth === 0 ? Math.round(perDay / 5) : perDay));
  });
  const end = period.regularLastDay - period.firstDay;
  const perTailDay = Math.max(1, Math.round((customers * TAIL_SHARE) / TAIL.length));
  TAIL.forEach((offset, nth) => {
    if ((TAIL.length - 1 - nth) % step === 0) counts.set(end + offset, perTailDay);
  });
  if (!sparse) counts.set(end + TAIL_SHIPPED, 1);
  return counts;
}

/** Expected newcomers on each day of regular trade and the day after it: growth, season, drain and chance. */
function regularShape(customers: number, period: Period, random: Random, sparse: boolean): Float64Array {
  const days = period.regularLastDay - period.regularFirstDay + (sparse ? 1 : 2);
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
  return shape.map((value, index) => {
    const expected = (value / sum) * customers;
    // The drain is left to run its course, so that the end of regular trade is plain to see.
    if (drainOf(period.regularFirstDay + index, period) < 1) return expected;
    return Math.max(0, expected * exp(0.06 * random.normal()) + 0.7 * Math.sqrt(expected) * random.normal());
  });
}

/**
 * Whole numbers in proportion to `shape` that add up to `total`, with no day left empty; of a sparse sample, only the
 * last day is never empty.
 */
function spread(total: number, shape: Float64Array, sparse: boolean): Int32Array {
  const last = shape.length - 1;
  const counts = new Int32Array(shape.length).fill(sparse ? 0 : 1);
  counts[last] = 1;
  const rest = shape.map((value, index) => Math.max(0, value - (counts[index] ?? 0)));
  const toGive = total - counts.reduce((sum, count) => sum + count, 0);
  const scale = toGive / rest.reduce((sum, value) => sum + value, 0);
  let exact = 0;
  let given = 0;
  for (let index = 0; index <= last; index += 1) {
    exact += (rest[index] ?? 0) * scale;
    const target = index === last ? toGive : Math.round(exact);
    counts[index] = (counts[index] ?? 0) + target - given;
    given = target;
  }
  return counts;
}
