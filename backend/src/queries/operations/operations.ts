import type { FieldConfig, Frame, OperationsQuery } from '../../contract';
import { tableOf, type CellKind } from '../churn/cells';
import type { QueryContext } from '../context';
import { figuresFrame } from './figures';
import { historyFrame } from './history';
import type { KindLoad } from './query-load';

const DEFAULT_MINUTES = 15;

/** How fresh the data is, how it was loaded, and how queries have fared: one frame named as the view. */
export async function operations(query: OperationsQuery, context: QueryContext): Promise<Frame[]> {
  const { view = 'figures', figure, minutes = DEFAULT_MINUTES } = query;
  const now = Date.now();
  if (view === 'load') return [await loadFrame(context)];
  if (view === 'queries') return [queriesFrame(context.load.byKind(minutes, now))];
  if (view === 'history') return [historyFrame(context.load.byMinute(minutes, now))];
  const { generation, load } = context;
  const trainedAt = context.model()?.facts.trainedAt;
  return [figuresFrame({ generation, load, trainedAt, events: context.events(), minutes, now }, figure)];
}

const QUERY_COLUMNS = {
  kind: 'text',
  queries: 'number',
  failed: 'number',
  mean_seconds: 'number',
  p50_seconds: 'number',
  p95_seconds: 'number',
  slowest_seconds: 'number',
} as const satisfies Record<string, CellKind>;

function queriesFrame(loads: readonly KindLoad[]): Frame {
  const rows = loads.map((one) => ({
    kind: one.kind,
    queries: one.queries,
    failed: one.failed,
    mean_seconds: one.meanSeconds,
    p50_seconds: one.p50Seconds,
    p95_seconds: one.p95Seconds,
    slowest_seconds: one.slowestSeconds,
  }));
  return configured(tableOf('queries', namesOf(QUERY_COLUMNS), QUERY_COLUMNS, rows));
}

const LOAD_COLUMNS = {
  file: 'text',
  table_name: 'text',
  rows_read: 'number',
  rows_loaded: 'number',
  rows_rejected: 'number',
  bytes: 'number',
  notes: 'text',
} as const satisfies Record<string, CellKind>;

/** Of an absent file, and of events that came otherwise, there is no size: they are no files of 0 bytes. */
const LOAD_VALUES = Object.keys(LOAD_COLUMNS).map((name) => (name === 'bytes' ? 'nullif(bytes, 0) AS bytes' : name));
const LOAD_SQL = `SELECT ${LOAD_VALUES.join(', ')} FROM load_files ORDER BY table_name`;

async function loadFrame({ engine, signal }: QueryContext): Promise<Frame> {
  const rows = await engine.rows(LOAD_SQL, {}, signal);
  const cells = rows.map((row) => ({ ...EMPTY_LOAD, ...row }));
  return configured(tableOf('load', namesOf(LOAD_COLUMNS), LOAD_COLUMNS, cells));
}

const EMPTY_LOAD = {
  file: null,
  table_name: null,
  rows_read: null,
  rows_loaded: null,
  rows_rejected: null,
  bytes: null,
  notes: null,
};

const COUNT: FieldConfig = { unit: 'locale', decimals: 0 };
const SECONDS: FieldConfig = { unit: 's', decimals: 3 };

const CONFIG: Readonly<Record<string, FieldConfig>> = {
  queries: { ...COUNT, description: 'Answered or refused.' },
  failed: { ...COUNT, description: 'By a fault of the service: wrong questions do not count.' },
  mean_seconds: SECONDS,
  p50_seconds: SECONDS,
  p95_seconds: SECONDS,
  slowest_seconds: SECONDS,
  rows_read: COUNT,
  rows_loaded: COUNT,
  rows_rejected: { ...COUNT, description: 'Refused, each with its reason: see the mart load_rejects.' },
  bytes: { unit: 'decbytes', decimals: 1 },
};

const configured = (frame: Frame): Frame => ({
  ...frame,
  fields: frame.fields.map((field) => ({ ...field, config: { ...field.config, ...CONFIG[field.column.name] } })),
});

const namesOf = <Name extends string>(columns: Readonly<Record<Name, CellKind>>): Name[] =>
  Object.keys(columns) as Name[];
