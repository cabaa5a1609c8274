import type { Segment, SegmentGrid } from '../../contract';
import type { Row } from '../../warehouse';

/**
 * How many customers bought how often and how recently: gives the scores of segments/sql/snapshot.sql, 1 + whole fifths of
 * the customers who do strictly worse; of frequency, 1 for a single occasion and else 2 + whole quarters of those with
 * several.
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
  segmentOf(grid: SegmentGrid, recencyDays: number, frequency: number): Segment {
    const row = grid[this.recencyScore(recencyDays) - 1];
    const segment = row?.[this.frequencyScore(frequency) - 1];
    if (!segment) throw new RangeError(`No segment for ${frequency} orders, the last ${recencyDays} days ago.`);
    return segment;
  }

  private recencyScore(days: number): number {
    const { total } = this.recencies;
    const worse = total - atMost(this.recencies, days);
    return 1 + Math.min(4, total === 0 ? 0 : Math.floor((5 * worse) / total));
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
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : upTo[low - 1]!;
}
