import type { DataFrame } from '@grafana/data';
import { asOfDay, missingFields, readRows } from './columns';
import { findList } from './findFrames';
import type { Reading, ScoreRow } from './model';
import { knownBand } from './readScore';

const REQUIRED = ['customer_id', 'churn_probability'];

export interface ListModel {
  rows: ScoreRow[];
  /** The frame that the rows come from, for the export. */
  frame: DataFrame;
  /** `YYYY-MM-DD`. */
  asOf?: string;
}

/** The customers in the frames of kind `churn_scores`, in the order of the answer. */
export function readList(frames: readonly DataFrame[]): Reading<ListModel> {
  const frame = findList(frames);
  if (!frame) return { state: 'empty' };
  const missing = missingFields(frame, REQUIRED);
  if (missing.length > 0) return { state: 'missing', frame: frame.name ?? 'churn_scores', fields: missing };
  const rows = readRows(frame, (row, index): ScoreRow | undefined => {
    const churn = row.number('churn_probability');
    if (churn === null) return undefined;
    return {
      index,
      customer: row.text('customer_id'),
      band: knownBand(row.text('band')) ?? null,
      churn,
      odds: row.number('relative_odds'),
      revenueAtRisk: row.number('revenue_at_risk'),
      expectedRevenue: row.number('expected_revenue'),
      segment: row.text('segment'),
      recencyDays: row.number('recency_days'),
      reason: row.text('reason'),
      action: row.text('action'),
      links: row.links('customer_id'),
    };
  });
  return rows.length > 0 ? { state: 'ready', model: { rows, frame, asOf: asOfDay(frame) } } : { state: 'empty' };
}
