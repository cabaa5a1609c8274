import { QUERY_KINDS, VALUE_DIMENSIONS, type QueryKind } from './kinds';
import { FRAME_PARAMETER } from './frame-parameter';
import { LANGUAGE_PARAMETER } from './language';
import { AS_OF_PARAMETER, KIND_SPECS } from './parameters';

type Fields = Readonly<Record<string, unknown>>;

/** A shape that saved queries once had, or that another editor gives them. */
interface Migration {
  /** The shape, for the documentation. */
  was: string;
  becomes: string;
  /** The query of today; undefined when the shape is another one. */
  migrate(query: Fields): Fields | undefined;
}

/** Keys that Grafana itself puts into every query. */
export const GRAFANA_KEYS: ReadonlySet<string> = new Set([
  'refId',
  'key',
  'hide',
  'queryType',
  'datasource',
  'datasourceId',
  'intervalMs',
  'maxDataPoints',
  'timeRange',
]);
const COMMON_KEYS = ['kind', 'filters', 'exclude', AS_OF_PARAMETER.name, LANGUAGE_PARAMETER.name, FRAME_PARAMETER.name];

/** How the SQL editors of other data sources number their formats. */
const NUMBERED_FORMATS: readonly string[] = ['time_series', 'table'];
/** What they keep besides the statement: the state of their builder, which the statement was made from. */
const SQL_EDITOR_KEYS = ['rawQuery', 'editorMode', 'sql'];

/**
 * The shapes, in the order in which they are looked for. No parameter has been renamed since the first version, so these
 * are queries without a kind, or with one that is written in another way. A key that no shape speaks of always stays, for
 * the validation to name: nothing that somebody asked for is lost in silence.
 */
export const QUERY_MIGRATIONS: readonly Migration[] = [
  {
    was: 'kind in other letters: "rfm-segments", "rfmSegments", "Sales Forecast"',
    becomes: 'the kind as it is written today',
    migrate: ({ kind, ...rest }) => {
      const known = typeof kind === 'string' ? kindLike(kind) : undefined;
      return known !== undefined && known !== kind ? { ...rest, kind: known } : undefined;
    },
  },
  {
    was: 'no kind, but a queryType that names one',
    becomes: 'that kind',
    migrate: (query) => {
      const kind = typeof query.queryType === 'string' ? kindLike(query.queryType) : undefined;
      return hasNoKind(query) && kind !== undefined ? { ...query, kind } : undefined;
    },
  },
  {
    was: 'no kind, but rawSql, as the SQL editors of other data sources save it (also with rawQuery, editorMode, sql, or format as a number)',
    becomes: 'kind "sql" with this statement; what belongs to the other editor goes',
    migrate: (query) => (hasNoKind(query) && typeof query.rawSql === 'string' ? sqlQuery(query) : undefined),
  },
  {
    was: 'no kind, but a text as query, as variables and annotations of old dashboards have it: "state", "values(state)", "SELECT …"',
    becomes: 'kind "values" of that dimension, or kind "sql"',
    migrate: ({ query, ...rest }) => {
      const meant = hasNoKind(rest) && typeof query === 'string' ? textQuery(query) : undefined;
      return meant && { ...rest, ...meant };
    },
  },
  {
    was: 'no kind, but parameters that only one kind knows, e.g. dimension or topic',
    becomes: 'that kind',
    migrate: (query) => {
      const kind = hasNoKind(query) ? onlyKindWith(query) : undefined;
      return kind && { ...query, kind };
    },
  },
];

/** A saved query as it is written today; itself, the very same object, where there is nothing to change. */
export function migrateQuery<T extends object>(saved: T): T {
  const fields: Fields = Object.fromEntries(Object.entries(saved));
  for (const { migrate } of QUERY_MIGRATIONS) {
    const migrated = migrate(fields);
    if (migrated) return migrated as T;
  }
  return saved;
}

/** What a text alone asks for, where other data sources have such texts; undefined when it says nothing to us. */
export function textQuery(text: string): Fields | undefined {
  const trimmed = text.trim();
  const named = /^values\(\s*(\w+)\s*\)$/i.exec(trimmed)?.[1] ?? trimmed;
  const dimension = VALUE_DIMENSIONS.find((one) => one === named.toLowerCase());
  if (dimension) return { kind: 'values', dimension };
  return /^(select|with)\s/i.test(trimmed) ? { kind: 'sql', rawSql: trimmed } : undefined;
}

const hasNoKind = ({ kind }: Fields): boolean => kind === undefined || kind === null || kind === '';

function kindLike(text: string): QueryKind | undefined {
  const written = text
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[\s-]+/g, '_')
    .toLowerCase();
  return QUERY_KINDS.find((kind) => kind === written);
}

function sqlQuery(query: Fields): Fields {
  const kept = Object.entries(query).filter(([key]) => !SQL_EDITOR_KEYS.includes(key));
  const { format } = query;
  const named = typeof format === 'number' ? NUMBERED_FORMATS[format] : undefined;
  return { ...Object.fromEntries(kept), kind: 'sql', ...(named === undefined ? {} : { format: named }) };
}

/** The kind, if it is one only, that knows all parameters of a query which has some. */
function onlyKindWith(query: Fields): QueryKind | undefined {
  const given = Object.keys(query).filter((key) => !GRAFANA_KEYS.has(key) && !COMMON_KEYS.includes(key));
  if (given.length === 0) return undefined;
  const knows = (kind: QueryKind): boolean =>
    given.every((key) => KIND_SPECS[kind].parameters.some(({ name }) => name === key));
  const [kind, another] = QUERY_KINDS.filter(knows);
  return another === undefined ? kind : undefined;
}
