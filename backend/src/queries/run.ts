import type { ChurnwatchQuery, Frame, Notice, OperationsQuery, Provenance, QueryKind, SqlQuery } from '../contract';
import { breakdown } from './breakdown';
import { churn, predictions, type RowToPredict } from './churn';
import type { QueryContext } from './context';
import { customers } from './customers';
import { forecasts } from './forecast';
import { headline } from './headline';
import { judgesTheBase, kpis } from './kpis';
import { operations } from './operations/operations';
import { rfmSegments } from './rfm-segments';
import { sales } from './sales';
import { sql } from './sql-mode/sql';
import { values } from './values';

const SAMPLE_NOTICE: Notice = {
  severity: 'info',
  text: 'Generated sample data, not a real shop. Name the folder with your CSV files in the data source settings to see your own.',
};

/** Why an answer speaks of another time than was asked for. */
export interface Reasons {
  asOf?: string;
  range?: string;
}

/** The frames that answer a query; each says of which as-of date and generation it speaks. */
export async function runQuery(query: ChurnwatchQuery, context: QueryContext, reasons: Reasons = {}): Promise<Frame[]> {
  const frames = await framesOf(query, context);
  return told(frames, context, reasonsFor(query, reasons));
}

function framesOf(query: ChurnwatchQuery, context: QueryContext): Promise<Frame[]> {
  if (query.kind === 'sql') return sql(query, context);
  if (query.kind === 'operations') return operations(query, context);
  return dispatch(query, context);
}

/** The same for predictions. */
export async function runPredictions(
  rows: readonly RowToPredict[],
  context: QueryContext,
  { asOf }: Reasons,
): Promise<Frame[]> {
  return told(await predictions(rows, context), context, asOf === undefined ? [] : [asOf]);
}

/** Frames that say of which as-of date and generation they speak, and why of these. */
function told(frames: readonly Frame[], { asOf, generation }: QueryContext, reasons: readonly string[]): Frame[] {
  const provenance: Provenance = { asOf, generation: generation.id, sample: generation.sample };
  const notices: Notice[] = [
    ...(generation.sample ? [SAMPLE_NOTICE] : []),
    ...reasons.map((text) => ({ severity: 'info' as const, text })),
  ];
  return frames.map((frame) => withProvenance(frame, provenance, notices));
}

function dispatch(
  query: Exclude<ChurnwatchQuery, SqlQuery | OperationsQuery>,
  context: QueryContext,
): Promise<Frame[]> {
  switch (query.kind) {
    case 'headline':
      return headline(query, context);
    case 'kpis':
      return kpis(query, context);
    case 'sales':
      return sales(query, context);
    case 'breakdown':
      return breakdown(query, context);
    case 'rfm_segments':
      return rfmSegments(query, context);
    case 'customers':
      return customers(query, context);
    case 'values':
      return values(query, context);
    case 'sales_forecast':
    case 'forecast_quality':
    case 'forecast_shortfall':
      return forecasts(query, context);
    default:
      return churn(query, context);
  }
}

const OF_NO_DAY: readonly QueryKind[] = ['sales', 'breakdown', 'values', 'operations'];

/** Kinds whose answer depends on the as-of date, and so must say when it is not the end of the time range. */
function judgesCustomers(query: ChurnwatchQuery): boolean {
  const { kind } = query;
  if (kind === 'kpis') return judgesTheBase(query);
  if (query.kind === 'sql') return query.rawSql?.includes('$__asOf') === true;
  return !OF_NO_DAY.includes(kind);
}

function reasonsFor(query: ChurnwatchQuery, { asOf, range }: Reasons): string[] {
  if (query.kind === 'values' || query.kind === 'operations') return [];
  if (range) return [range];
  return asOf && judgesCustomers(query) ? [asOf] : [];
}

function withProvenance(frame: Frame, provenance: Provenance, notices: readonly Notice[]): Frame {
  const all = [...(frame.meta?.notices ?? []), ...notices];
  return {
    ...frame,
    meta: {
      ...frame.meta,
      ...(all.length > 0 ? { notices: all } : {}),
      custom: { ...frame.meta?.custom, ...provenance },
    },
  };
}
