import {
  labelOf,
  SEGMENT_MEASURES,
  SEGMENTS,
  type FieldConfig,
  type Frame,
  type FrameField,
  type RfmSegmentsQuery,
  type SegmentMeasure,
} from '../contract';
import { noData, numberColumn, textColumn } from '../frames';
import type { Row } from '../warehouse/engine';
import type { QueryContext } from './context';
import { bind, customerCondition, where } from './filters';
import rfmGridSql from './sql/rfm-grid.sql';
import rfmSegmentsSql from './sql/rfm-segments.sql';

const SHARE: FieldConfig = { unit: 'percentunit', decimals: 1 };
const MONEY: FieldConfig = { unit: 'currencyBRL' };

const CONFIG: Record<SegmentMeasure, FieldConfig> = {
  customers: { unit: 'short' },
  customer_share: SHARE,
  revenue: { ...MONEY, description: 'All that these customers have ever paid for purchases, up to the as-of date.' },
  revenue_share: SHARE,
  churned_share: { ...SHARE, description: 'Share of the segment whose last purchase lies 180 days (or as configured) back.' },
  mean_recency_days: { unit: 'd', decimals: 0, description: 'Mean days since the last purchase.' },
  mean_frequency: { unit: 'short', decimals: 2, description: 'Mean number of days with a purchase.' },
  mean_monetary: { ...MONEY, decimals: 2 },
};

/**
 * Customers per RFM segment at the as-of date. Without a measure: a table of all measures, and the frame `rfm_grid` with
 * one row per cell of recency and frequency score. With a measure: numeric-long, one number per segment, for alert rules.
 */
export function rfmSegments(query: RfmSegmentsQuery, context: QueryContext): Promise<Frame[]> {
  return context.snapshot(context.asOf, async (snapshot) => {
    const customers = customerCondition(query.filters ?? {});
    const load = (sql: string, own: Record<string, readonly string[]>): Promise<Row[]> =>
      context.engine.rows(
        sql.replace('{snapshot}', snapshot).replace('{where}', where(customers.sql)),
        bind({ ...own, ...(customers.sql.includes('$as_of') ? { as_of: context.asOf } : {}) }, customers),
        context.signal,
      );
    const rows = await load(rfmSegmentsSql, { segments: SEGMENTS });
    if (query.measure) return [numericFrame(rows, query.measure)];
    return [segmentFrame(rows), gridFrame(await load(rfmGridSql, {}))];
  });
}

function numericFrame(rows: readonly Row[], measure: SegmentMeasure): Frame {
  if (rows.length === 0) return noData('rfm_segments', 'numeric-long');
  return { name: 'rfm_segments', meta: { type: 'numeric-long' }, fields: [segmentField(rows), measureField(rows, measure)] };
}

function segmentFrame(rows: readonly Row[]): Frame {
  if (rows.length === 0) return noData('rfm_segments', 'table');
  return {
    name: 'rfm_segments',
    meta: { type: 'table' },
    fields: [segmentField(rows), ...SEGMENT_MEASURES.map((measure) => measureField(rows, measure))],
  };
}

function gridFrame(rows: readonly Row[]): Frame {
  if (rows.length === 0) return noData('rfm_grid', 'table');
  const numbers = (name: string): FrameField => ({ column: numberColumn(name, rows.map((row) => Number(row[name]))) });
  return {
    name: 'rfm_grid',
    meta: { type: 'table' },
    fields: [numbers('recency_score'), numbers('frequency_score'), segmentField(rows), numbers('customers'), numbers('revenue')],
  };
}

function segmentField(rows: readonly Row[]): FrameField {
  return { column: textColumn('segment', rows.map((row) => String(row.segment))), config: { displayNameFromDS: 'Segment' } };
}

function measureField(rows: readonly Row[], measure: SegmentMeasure): FrameField {
  return {
    column: numberColumn(measure, rows.map((row) => Number(row[measure]))),
    config: { ...CONFIG[measure], displayNameFromDS: labelOf(measure) },
  };
}
