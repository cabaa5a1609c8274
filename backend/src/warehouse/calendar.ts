const WINDOW_DAYS = 56;
const SHARE_OF_MEDIAN = 0.1;
const LONGEST_GAP_DAYS = 7;

/** Positions of the first and last day of regular trade in the list of days given. */
export interface RegularTrade {
  first: number;
  last: number;
}

/**
 * Finds the days of regular trade, so that the thin edges of an export (a trial start, a tail of stragglers) do not pass
 * for the shop's present.
 *
 * The last day is the last one whose number of purchases is at least 10 % of the median over the 56 calendar days before
 * it, and at least 1; days before the data count 0. A day after 56 days without any purchase is a straggler, unless the
 * data begins with it. The first is the first day with a purchase after which no gap of
 * more than 7 days without purchases comes before the last.
 *
 * @param purchases number of purchases of each calendar day, without gaps, from the first to the last purchase
 * @throws RangeError when there is no purchase at all
 */
export function findRegularTrade(purchases: readonly number[]): RegularTrade {
  const last = lastRegularDay(purchases);
  let first = last;
  for (let day = last, gap = 0; day >= 0 && gap <= LONGEST_GAP_DAYS; day--) {
    if (purchases[day]! > 0) first = day;
    gap = purchases[day]! > 0 ? 0 : gap + 1;
  }
  return { first, last };
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
