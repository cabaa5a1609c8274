import { HISTOGRAM_COLUMNS, type Frame } from '../../../contract';
import type { Row } from '../../../warehouse/engine';
import type { QueryContext } from '../../context';
import { fill } from '../../template';
import { tableOf, type CellKind, type CellRow } from '../cells';
import histogramSql from '../sql/histogram.sql';
import spreadSql from '../sql/spread.sql';

const KINDS: Record<(typeof HISTOGRAM_COLUMNS)[number], CellKind> = {
  figure: 'text',
  from: 'number',
  to: 'number',
  customers: 'number',
  own: 'bool',
};

const FIGURES = ['recency_days', 'frequency', 'monetary'] as const;
type Figure = (typeof FIGURES)[number];

/** Beyond so many buckets of recency, and so many single frequencies, a histogram is no longer read bucket by bucket. */
const MOST_RECENCY_BUCKETS = 30;
const MOST_FREQUENCIES = 10;
/** Where buckets of money begin within each power of ten. */
const MONEY_STEPS = [1, 1.5, 2, 3, 5, 7];

/** How recency, frequency and monetary value of all customers spread, and where one customer stands. */
export async function histogramFrame(table: string, customer: Row, context: QueryContext): Promise<Frame> {
  const [spread] = await context.engine.rows(fill(spreadSql, { customers: table }), {}, context.signal);
  const edges = edgesOf(spread ?? {});
  const parts = await Promise.all(
    FIGURES.map(async (figure) => {
      const sql = fill(histogramSql, { customers: table, edge: edgeSql(figure, edges[figure]) });
      const counts = await context.engine.rows(sql, {}, context.signal);
      return bucketsOf(figure, edges[figure], counts, Number(spread?.[MOST_OF[figure]]), Number(customer[figure]));
    }),
  );
  return tableOf('rfm_histograms', HISTOGRAM_COLUMNS, KINDS, parts.flat());
}

const MOST_OF: Record<Figure, string> = {
  recency_days: 'recency_most',
  frequency: 'frequency_most',
  monetary: 'monetary_most',
};

/** Where the buckets of each figure begin, ascending. */
function edgesOf(spread: Row): Record<Figure, number[]> {
  return {
    recency_days: recencyEdges(Number(spread.recency_most)),
    frequency: Array.from({ length: Math.min(MOST_FREQUENCIES, Number(spread.frequency_most)) }, (_, i) => i + 1),
    monetary: moneyEdges(Number(spread.monetary_low), Number(spread.monetary_high)),
  };
}

/** SQL of where the bucket of a customer begins: the last edge that the figure reaches. */
function edgeSql(figure: Figure, edges: readonly number[]): string {
  const reached = [...edges].reverse().map((edge) => `WHEN ${figure} >= ${edge} THEN ${edge}`);
  return `(CASE ${reached.join(' ')} END)::DOUBLE`;
}

/** Months of 30 days; for a long history, several of them together. */
export function recencyEdges(most: number): number[] {
  const width = 30 * Math.ceil((most + 1) / 30 / MOST_RECENCY_BUCKETS);
  return Array.from({ length: Math.floor(most / width) + 1 }, (_, i) => i * width);
}

/** 0, then round sums between what the 1% who pay least and the 1% who pay most pay. */
export function moneyEdges(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(Math.max(low, 0.01)));
  const last = Math.ceil(Math.log10(Math.max(high, 0.1)));
  const powers = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  const round = powers.flatMap((power) => MONEY_STEPS.map((step) => Number((step * power).toPrecision(2))));
  return [0, ...round.filter((edge) => edge > low && edge <= high)];
}

/** Every bucket, also those without customers; the last one ends with the largest value. */
function bucketsOf(
  figure: Figure,
  edges: readonly number[],
  counts: readonly Row[],
  most: number,
  own: number,
): Record<(typeof HISTOGRAM_COLUMNS)[number], CellRow[string]>[] {
  const customers = new Map(counts.map((row) => [Number(row.edge), Number(row.customers)]));
  return edges.map((from, i) => {
    const next = edges[i + 1];
    return {
      figure,
      from,
      to: next ?? Math.max(most, from),
      customers: customers.get(from) ?? 0,
      own: own >= from && (next === undefined || own < next),
    };
  });
}
