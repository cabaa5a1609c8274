const WINDOW_DAYS = 56;
const SHARE_OF_MEDIAN = 0.1;
/** So many days without a purchase are a lull; more are a closure, or the wait between a trial and regular trade. */
export const LONGEST_GAP_DAYS = 7;
/** Less than a twentieth of all purchases is a trial start. */
const TRIAL_PART = 20;

/** Positions of the first and last day of regular trade in the list of days given. */
export interface RegularTrade {
  first: number;
  last: number;
}

/**
 * Finds the days of regular trade, so that the thin edges of an export (a trial start, a tail of stragglers) do not pass
 * for the shop's present.
 *
 * The last day is the last one whose number of purchases is at least 10% of the median over the 56 calendar days before
 * it, and at least 1; days before the data count 0. A day after 56 days without any purchase is a straggler, unless the
 * data begins with it. The first is the day on which trade resumed after the last gap of more than 7 days without
 * purchases before which less than 5% of all purchases (up to the last day) were made, or the first purchase where
 * there is no such gap. A gap after that is a closure in the midst of trade: its days are zeros, and what came before it
 * counts.
 *
 * @param purchases number of purchases of each calendar day, without gaps, from the first to the last purchase
 * @throws RangeError when there is no purchase at all
 */
export function findRegularTrade(purchases: readonly number[]): RegularTrade {
  const last = lastRegularDay(purchases);
  return { first: firstRegularDay(purchases.slice(0, last + 1)), last };
}

function firstRegularDay(purchases: readonly number[]): number {
  const all = purchases.reduce((sum, count) => sum + count, 0);
  let first = purchases.findIndex((count) => count > 0);
  let latest = first;
  let before = 0;
  purchases.forEach((count, day) => {
    if (count === 0) return;
    if (day - latest - 1 > LONGEST_GAP_DAYS && before * TRIAL_PART < all) first = day;
    before += count;
    latest = day;
  });
  return first;
}

function lastRegularDay(purchases: readonly number[]): number {
  const firstPurchase = purchases.findIndex((count) => count > 0);
  for (let day = purchases.length - 1; day >= 0; day--) {
    const before = Array.from({ length: WINDOW_DAYS }, (_, i) => purchases[day - 1 - i] ?? 0);
    const straggler = day > firstPurchase && before.every((count) => count === 0);
    if (!straggler && purchases[day]! >= Math.max(1, median(before) * SHARE_OF_MEDIAN)) return day;
  }
  throw new RangeError('there is no purchase');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
