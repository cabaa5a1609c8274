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
import { customerCondition, where } from './filters';
import { withCustomers } from './scope';
import { noted, segmentNotices, SOUND_GONE } from './segment-notices';
import { fill } from './template';
import rfmGridSql from './sql/rfm-grid.sql';

const SHARE: FieldConfig = { unit: 'percentunit', decimals: 1 };
const MONEY: FieldConfig = { unit: 'currencyBRL' };

const CONFIG: Record<SegmentMeasure, FieldConfig> = {
  customers: { unit: 'short' },
  customer_share: SHARE,
  revenue: { ...MONEY, description: 'All that these customers have ever paid for purchases, up to the as-of date.' },
  revenue_share: SHARE,
  churned_share: {
    ...SHARE,
    description: 'Share of the segment whose last purchase lies 180 days (or as configured) back.',
  },
  mean_recency_days: { unit: 'none', decimals: 0, description: 'Mean days since the last purchase.' },
  mean_frequency: { unit: 'short', decimals: 2, description: 'Mean number of days with a purchase.' },
  mean_monetary: { ...MONEY, decimals: 2 },
};

/**
 * Customers per RFM segment at the as-of date. Without a measure: a table of all measures, and the frame `rfm_grid` with
 * one row per cell of recency and frequency score. With a measure: numeric-long, one number per segment, for alert rules.
 */
export function rfmSegments(query: RfmSegmentsQuery, context: QueryContext): Promise<Frame[]> {
  return withCustomers(query, context, async (customersTable) => {
    const customers = customerCondition(query, context.asOf);
    const cells = await context.engine.rows(
      fill(rfmGridSql, { customers: customersTable, where: where(customers.sql) }),
      customers.parameters,
      context.signal,
    );
    const rows = sorted(segmentRows(cells), query);
    if (query.measure) return [numericFrame(rows, query.measure)];
    const notices = segmentNotices(activeButGone(cells), context.settings.churnDays, context.language);
    return [noted(segmentFrame(rows), notices), gridFrame(cells)];
  });
}

/** How many customers stand in a segment that sounds as if they were gone, and are active. */
function activeButGone(cells: readonly Row[]): number {
  return cells
    .filter(({ segment }) => SOUND_GONE.some((gone) => gone === segment))
    .reduce((total, { customers, churned }) => total + Number(customers) - Number(churned), 0);
}

/** One row per segment that has customers, from the best to the most endangered. */
function segmentRows(cells: readonly Row[]): Row[] {
  const sum = (rows: readonly Row[], key: string): number => rows.reduce((total, row) => total + Number(row[key]), 0);
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const [everyone, everything] = [sum(cells, 'customers'), sum(cells, 'revenue')];
  return SEGMENTS.flatMap((segment) => {
    const own = cells.filter((cell) => cell.segment === segment);
    if (own.length === 0) return [];
    const customers = sum(own, 'customers');
    const revenue = sum(own, 'revenue');
    return {
      segment,
      customers,
      customer_share: share(customers, everyone),
      revenue: Math.round(revenue * 100) / 100,
      revenue_share: share(revenue, everything),
      churned_share: sum(own, 'churned') / customers,
      mean_recency_days: sum(own, 'recency_days') / customers,
      mean_frequency: sum(own, 'frequency') / customers,
      mean_monetary: revenue / customers,
    } satisfies Record<SegmentMeasure | 'segment', string | number>;
  });
}

/** In the order asked for; equal ones, and all without a sort, from the best to the most endangered. */
function sorted(rows: readonly Row[], { sort, descending = true }: RfmSegmentsQuery): Row[] {
  if (sort === undefined) return [...rows];
  return rows.toSorted((a, b) => (Number(a[sort]) - Number(b[sort])) * (descending ? -1 : 1));
}

function numericFrame(rows: readonly Row[], measure: SegmentMeasure): Frame {
  if (rows.length === 0) return noData('rfm_segments', 'numeric-long');
  return {
    name: 'rfm_segments',
    meta: { type: 'numeric-long' },
    fields: [segmentField(rows), measureField(rows, measure)],
  };
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
  const numbers = (name: string, config: FieldConfig): FrameField => ({
    column: numberColumn(
      name,
      rows.map((row) => Number(row[name])),
    ),
    config,
  });
  return {
    name: 'rfm_grid',
    meta: { type: 'table' },
    fields: [
      numbers('recency_score', { displayNameFromDS: 'Recency score' }),
      numbers('frequency_score', { displayNameFromDS: 'Frequency score' }),
      segmentField(rows),
      numbers('customers', { displayNameFromDS: labelOf('customers') }),
      numbers('revenue', { displayNameFromDS: labelOf('revenue'), unit: 'currencyBRL' }),
    ],
  };
}

function segmentField(rows: readonly Row[]): FrameField {
  return {
    column: textColumn(
      'segment',
      rows.map((row) => String(row.segment)),
    ),
    config: { displayNameFromDS: 'Segment' },
  };
}

function measureField(rows: readonly Row[], measure: SegmentMeasure): FrameField {
  return {
    column: numberColumn(
      measure,
      rows.map((row) => Number(row[measure])),
    ),
    config: { ...CONFIG[measure], displayNameFromDS: labelOf(measure) },
  };
}
