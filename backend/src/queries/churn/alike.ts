import { countWhere, type Segment } from '../../contract';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { fill } from '../template';
import alikeSql from './sql/alike.sql';

interface Standing {
  frequency: number;
  recency: number;
  customerKey: number;
  segment: Segment;
}

/**
 * A reader of the segment of the customer who is most like a described one: first in frequency, then in recency. A
 * recency or frequency that is not known counts as 0 and 1.
 */
export async function segmentsOfAlike(
  { table }: Pick<ScoredCustomers, 'table'>,
  { engine, signal }: QueryContext,
): Promise<(recency: number, frequency: number) => Segment> {
  const rows = await engine.rows(fill(alikeSql, { customers: table }), {}, signal);
  const standings = rows.map((row): Standing => ({
    frequency: Number(row.frequency),
    recency: Number(row.recency_days),
    customerKey: Number(row.customer_key),
    segment: row.segment as Segment,
  }));
  const byFrequency = new Map<number, Standing[]>();
  for (const one of standings) {
    const same = byFrequency.get(one.frequency);
    if (same) same.push(one);
    else byFrequency.set(one.frequency, [one]);
  }
  const known = [...byFrequency.keys()];
  return (recency, frequency) => {
    const [wantedRecency, wantedFrequency] = [orElse(recency, 0), orElse(frequency, 1)];
    const least = Math.min(...known.map((one) => Math.abs(one - wantedFrequency)));
    const candidates = known
      .filter((one) => Math.abs(one - wantedFrequency) === least)
      .flatMap((one) => nearest(byFrequency.get(one) ?? [], wantedRecency));
    const [first] = candidates.sort(
      (a, b) =>
        Math.abs(a.recency - wantedRecency) - Math.abs(b.recency - wantedRecency) || a.customerKey - b.customerKey,
    );
    return first?.segment as Segment;
  };
}

const orElse = (value: number, other: number): number => (Number.isFinite(value) ? value : other);

/** The last one at or below the recency and the first one above it, of those sorted by it. */
function nearest(sorted: readonly Standing[], recency: number): Standing[] {
  const above = countWhere(sorted, (one) => one.recency <= recency);
  return sorted.slice(Math.max(0, above - 1), above + 1);
}
