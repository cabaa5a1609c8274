import { countWhere, type ResolvedSettings, type Segment } from '../../contract';
import type { Row } from '../../warehouse';

/** By what a segment follows from the scores, and from how many days without a purchase a customer counts as churned. */
export type SegmentRules = Pick<ResolvedSettings, 'segmentGrid' | 'churnDays'>;

/**
 * How many customers bought how often and how recently: gives the scores of segments/sql/snapshot.sql, 1 + whole fifths of
 * the customers who do strictly worse; of frequency, 1 for a single occasion and else 2 + whole quarters of those with
 * several. Where customers are few or many are equal, days have a say in recency, as they have there.
 */
export class Standing {
  private readonly recencies: Tally;
  private readonly frequencies: Tally;

  /** @param rows frequency, recency_days and customers: see sql/shop/standing.sql */
  constructor(rows: readonly Row[]) {
    const read = (name: string): number[] => rows.map((row) => Number(row[name]));
    const [frequencies, recencies, customers] = [read('frequency'), read('recency_days'), read('customers')];
    this.recencies = tally(recencies, customers);
    this.frequencies = tally(
      frequencies.filter((frequency) => frequency > 1),
      customers.filter((_, i) => frequencies[i]! > 1),
    );
  }

  /** The segment of a customer by the scores, 1 to 5, of recency and frequency. */
  segmentOf({ segmentGrid, churnDays }: SegmentRules, recencyDays: number, frequency: number): Segment {
    const row = segmentGrid[this.recencyScore(recencyDays, churnDays) - 1];
    const segment = row?.[this.frequencyScore(frequency) - 1];
    if (!segment) throw new RangeError(`No segment for ${frequency} orders, the last ${recencyDays} days ago.`);
    return segment;
  }

  private recencyScore(days: number, churnDays: number): number {
    const { total } = this.recencies;
    const byDays = 5 - Math.min(4, Math.floor((4 * days) / churnDays));
    if (total < 5) return byDays;
    const worse = total - atMost(this.recencies, days);
    const equal = total - worse - atMost(this.recencies, days - 1);
    const low = 1 + Math.min(4, Math.floor((5 * worse) / total));
    if (5 * equal <= total) return low;
    return Math.max(low, Math.min(byDays, Math.ceil((5 * (worse + equal)) / total)));
  }

  private frequencyScore(frequency: number): number {
    if (frequency <= 1) return 1;
    const { total } = this.frequencies;
    const worse = atMost(this.frequencies, frequency - 1);
    return 2 + Math.min(3, total === 0 ? 0 : Math.floor((4 * worse) / total));
  }
}

/** Values in rising order, each with how many customers have it or a smaller one. */
interface Tally {
  values: number[];
  upTo: number[];
  total: number;
}

function tally(values: readonly number[], counts: readonly number[]): Tally {
  const sums = new Map<number, number>();
  values.forEach((value, i) => sums.set(value, (sums.get(value) ?? 0) + counts[i]!));
  const sorted = [...sums].sort(([one], [other]) => one - other);
  let total = 0;
  const upTo = sorted.map(([, count]) => (total += count));
  return { values: sorted.map(([value]) => value), upTo, total };
}

/** How many have this value or a smaller one. */
function atMost({ values, upTo }: Tally, value: number): number {
  const count = countWhere(values, (one) => one <= value);
  return count === 0 ? 0 : upTo[count - 1]!;
}
