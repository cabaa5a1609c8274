import type { DataFrame } from '@grafana/data';
import { readRows } from './columns';
import { FIGURES, type Bucket, type Figure, type HistoryPoint, type Order } from './model';

/** How many customers stand where, for each of R, F and M that the frame holds. */
export function readHistograms(frame: DataFrame | undefined): Partial<Record<Figure, Bucket[]>> {
  const histograms: Partial<Record<Figure, Bucket[]>> = {};
  if (!frame) return histograms;
  readRows(frame, (row) => {
    const figure = FIGURES.find((known) => known === row.text('figure'));
    const [from, to, customers] = [row.number('from'), row.number('to'), row.number('customers')];
    if (!figure || from === null || to === null || customers === null) return undefined;
    const bucket: Bucket = { from, to, customers, own: row.flag('own') };
    histograms[figure] = [...(histograms[figure] ?? []), bucket];
    return bucket;
  });
  return histograms;
}

/** Past scores, the earliest first. */
export function readHistory(frame: DataFrame): HistoryPoint[] {
  const points = readRows(frame, (row): HistoryPoint | undefined => {
    const [time, churn] = [row.number('time'), row.number('churn_probability')];
    return time === null || churn === null ? undefined : { time, churn, baseRate: row.number('base_rate') };
  });
  return points.toSorted((one, other) => one.time - other.time);
}

/** The orders, the newest first. */
export function readOrders(frame: DataFrame): Order[] {
  const orders = readRows(frame, (row): Order | undefined => {
    const time = row.number('time');
    if (time === null) return undefined;
    return {
      time,
      id: row.text('order_id'),
      status: row.text('status'),
      statusText: row.shown('status'),
      value: row.number('value'),
      items: row.number('items'),
      categories: row.shown('categories'),
      delivered: row.number('delivered'),
      daysLate: row.number('days_late'),
      reviewScore: row.number('review_score'),
    };
  });
  return orders.toSorted((one, other) => other.time - one.time);
}
