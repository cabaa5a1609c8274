import {
  BASE_KINDS,
  CHURN_KINDS,
  FORECAST_KINDS,
  type ChurnwatchQuery,
  type Frame,
  type InLanguages,
  type Notice,
  type Provenance,
  type QueryKind,
  type SqlQuery,
} from '../contract';
import { alerts, alertStats } from './alerts';
import { annotations } from './annotations';
import { base } from './base';
import { breakdown } from './breakdown';
import { builderSql } from './builder-sql';
import { churn, predictions, type RowToPredict } from './churn';
import type { QueryContext } from './context';
import { customers } from './customers';
import { forecasts } from './forecast';
import { headline } from './headline';
import { ownNames } from './in-language/category-labels';
import { framesIn, nameCategories } from './in-language/frames';
import { judgesTheBase, kpis } from './kpis';
import { framesNamed } from './one-frame';
import { operations } from './operations/operations';
import { recorded } from './recorded';
import { rfmSegments } from './rfm-segments';
import { sales } from './sales';
import { sql } from './sql-mode/sql';
import { values } from './values';

const SAMPLE: InLanguages<string> = {
  en: 'Generated sample data, not a real shop. Name the folder with your CSV files in the data source settings to see your own.',
  'pt-BR':
    'Dados de exemplo gerados, não de uma loja real. Indique a pasta com os seus arquivos CSV nas configurações da fonte de dados para ver os seus.',
};

/** Queries that the warehouse's own statements answer. */
type BuilderQuery = Exclude<ChurnwatchQuery, SqlQuery>;

/** Why an answer speaks of another time than was asked for. */
export interface Reasons {
  asOf?: string;
  range?: string;
}

/** The frames that answer a query; each says of which as-of date and generation it speaks. */
export async function runQuery(query: ChurnwatchQuery, context: QueryContext, reasons: Reasons = {}): Promise<Frame[]> {
  const frames = framesNamed(await framesOf(query, context), query.frame);
  return told(frames, context, reasonsFor(query, reasons));
}

function framesOf(query: ChurnwatchQuery, context: QueryContext): Promise<Frame[]> {
  return query.kind === 'sql' ? sql(query, context) : answerOfBuilder(query, context);
}

/**
 * The frames of a query of the builder. Each names the statements that ran; the first one also has the statement that
 * gives the same numbers in SQL mode, where there is one.
 */
async function answerOfBuilder(query: BuilderQuery, context: QueryContext): Promise<Frame[]> {
  const { engine, text } = recorded(context.engine);
  const frames = await inLanguage(await handlerOf(query)(query, { ...context, engine }), context);
  const [executedQueryString, statement] = [text(), builderSql(query, context)];
  return frames.map((frame, i) => ({
    ...frame,
    meta: {
      ...frame.meta,
      ...(executedQueryString === '' ? {} : { executedQueryString }),
      ...(i === 0 && statement !== undefined ? { custom: { ...frame.meta?.custom, sql: statement } } : {}),
    },
  }));
}

/** The frames with their names, descriptions and values as people of the context's language read them. */
async function inLanguage(frames: readonly Frame[], { engine, generation, language }: QueryContext): Promise<Frame[]> {
  const own = nameCategories(frames) ? await ownNames(engine, generation, language) : undefined;
  return framesIn(language, frames, own);
}

/** The same for predictions. */
export async function runPredictions(
  rows: readonly RowToPredict[],
  context: QueryContext,
  { asOf }: Reasons,
): Promise<Frame[]> {
  return told(framesIn(context.language, await predictions(rows, context)), context, asOf === undefined ? [] : [asOf]);
}

/** Frames that say of which as-of date and generation they speak, and why of these. */
function told(
  frames: readonly Frame[],
  { asOf, generation, language }: QueryContext,
  reasons: readonly string[],
): Frame[] {
  const provenance: Provenance = { asOf, generation: generation.id, sample: generation.sample };
  const notices: Notice[] = [
    ...[...(generation.sample ? [SAMPLE[language]] : []), ...reasons].map((text) => ({
      severity: 'info' as const,
      text,
    })),
  ];
  return frames.map((frame) => withProvenance(frame, provenance, notices));
}

type Handler<Query extends ChurnwatchQuery = ChurnwatchQuery> = (
  query: Query,
  context: QueryContext,
) => Promise<Frame[]>;

/** What answers each kind of the builder. */
const HANDLERS: { [Kind in BuilderQuery['kind']]: Handler<Extract<BuilderQuery, { kind: Kind }>> } = {
  headline,
  kpis,
  sales,
  breakdown,
  rfm_segments: rfmSegments,
  customers,
  values,
  ...perKind(CHURN_KINDS, churn),
  ...perKind(FORECAST_KINDS, forecasts),
  ...perKind(BASE_KINDS, base),
  operations,
  annotations,
  alerts,
  alert_stats: alertStats,
};

function perKind<Kind extends QueryKind, Query extends ChurnwatchQuery>(
  kinds: readonly Kind[],
  handler: Handler<Query>,
): Record<Kind, Handler<Query>> {
  return Object.fromEntries(kinds.map((kind) => [kind, handler])) as Record<Kind, Handler<Query>>;
}

/** The entry of a query's own kind takes that query; the compiler cannot follow the two of them at once. */
const handlerOf = ({ kind }: BuilderQuery): Handler => HANDLERS[kind] as Handler;

const OF_NO_DAY: readonly QueryKind[] = [
  'sales',
  'breakdown',
  'values',
  'operations',
  'annotations',
  'alerts',
  'alert_stats',
];

/** Kinds whose answer depends on the as-of date, and so must say when it is not the end of the time range. */
function judgesCustomers(query: ChurnwatchQuery): boolean {
  const { kind } = query;
  if (kind === 'kpis') return judgesTheBase(query);
  if (query.kind === 'sql') return query.rawSql?.includes('$__asOf') === true;
  return !OF_NO_DAY.includes(kind);
}

function reasonsFor(query: ChurnwatchQuery, { asOf, range }: Reasons): string[] {
  if (['values', 'operations', 'alerts', 'alert_stats'].includes(query.kind)) return [];
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
