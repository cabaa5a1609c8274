import { QueryError, type Frame, type FrameField, type Notice } from '../../../contract';
import { noData, numberColumn, timeColumn as toTimeColumn } from '../../../frames';
import type { SandboxResult } from '../../../warehouse/sandbox';
import { rolesOf, type Roles } from './columns';
import { keyOf, labelsOf, written, type Labels } from './labels';
import { info, warning } from './notices';
import { roundedNotices } from './rounded';

/** More would be slow to draw and impossible to read. */
const MAX_SERIES = 1_000;
const MAX_POINTS = 2_000_000;

/**
 * Time series side by side: timeseries-wide, sorted by the first column of times; a field per value column and
 * combination of labels, null where a combination has no row at a time.
 *
 * @param timeColumn name of the column with the time; absent: the first column of times
 * @throws QueryError when there is no such column of times or none of numbers, or there are too many series
 */
export function seriesFrame(result: SandboxResult, name: string, timeColumn?: string): Frame {
  const roles = rolesOf(result.columns);
  const time = timeOf(roles, result, timeColumn);
  const otherTimes = roles.times.filter((column) => column !== time);
  if (roles.values.length === 0) throw new QueryError(NO_NUMBER);
  const rows = rowsWithTime(time.cells);
  if (rows.length === 0) return noData(name, 'timeseries-wide');
  const moments = [...new Set(rows.map(({ at }) => at))].sort((a, b) => a - b);
  const { groups, duplicate } = groupsOf(rows, roles, moments);
  const fields = [{ column: toTimeColumn(time.name, moments) }, ...valueFields(groups, roles, moments.length)];
  const notices = [
    ...missingNotices(result.length - rows.length, time.name),
    ...otherTimes.map((column) => info(`Times of "${column.name}" are left out: "${time.name}" is the time axis.`)),
    ...duplicateNotices(duplicate),
    ...roundedNotices(roles.values),
  ];
  return { name, meta: { type: 'timeseries-wide', notices }, fields };
}

function timeOf({ times }: Roles, { columns }: SandboxResult, name?: string): Roles['times'][number] {
  const found = name === undefined ? times[0] : times.find((column) => column.name === name);
  if (found) return found;
  if (name === undefined) throw new QueryError(NO_TIME);
  const other = columns.find((column) => column.name === name);
  const known = columns.map((column) => `"${column.name}"`).join(', ');
  throw new QueryError(
    other
      ? `The time column "${name}" holds ${other.sqlType}, no dates or timestamps. Cast it, e.g. CAST(${name} AS TIMESTAMP).`
      : `The result has no column "${name}" to take for the time; its columns: ${known}.`,
  );
}

const NO_TIME =
  'The format "time series" needs a column of dates or timestamps; the result has none. ' +
  'Select one, for example $__timeGroup(purchase_day, \'1d\') AS time, or use "table".';
const NO_NUMBER =
  'The format "time series" needs a column of numbers; the result has none. Select one, or use "table".';

interface TimedRow {
  row: number;
  at: number;
}

/** The rows of one combination of labels, by the position of their time. */
interface Group {
  labels: Labels;
  rowAt: Map<number, number>;
}

interface Duplicate {
  count: number;
  labels: Labels;
  at: number;
}

function rowsWithTime(times: readonly (number | null)[]): TimedRow[] {
  return times.flatMap((at, row) => (at === null ? [] : [{ row, at }]));
}

function groupsOf(rows: readonly TimedRow[], roles: Roles, moments: readonly number[]) {
  const positions = new Map(moments.map((at, position) => [at, position]));
  const groups = new Map<string, Group>();
  let duplicate: Duplicate | undefined;
  for (const { row, at } of rows) {
    const labels = labelsOf(roles.labels, row);
    const group = groupFor(groups, labels);
    const position = positions.get(at) ?? 0;
    if (group.rowAt.has(position)) duplicate = { labels, at, ...duplicate, count: (duplicate?.count ?? 0) + 1 };
    group.rowAt.set(position, row);
  }
  checkSize(groups.size * roles.values.length, moments.length);
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return { groups: sorted, duplicate };
}

function groupFor(groups: Map<string, Group>, labels: Labels): Group {
  const key = keyOf(labels);
  const known = groups.get(key);
  if (known) return known;
  const made = { labels, rowAt: new Map<number, number>() };
  groups.set(key, made);
  return made;
}

function checkSize(series: number, times: number): void {
  if (series <= MAX_SERIES && series * times <= MAX_POINTS) return;
  throw new QueryError(
    `The result has ${series} series of ${times} points each; the most are ${MAX_SERIES} series and ${MAX_POINTS} points in all. ` +
      'Group by fewer texts or by longer intervals, or use "table".',
  );
}

function valueFields(groups: readonly Group[], roles: Roles, length: number): FrameField[] {
  return roles.values.flatMap(({ name, cells }) =>
    groups.map(({ labels, rowAt }) => {
      const values = Array.from({ length }, (_, position) => cells[rowAt.get(position) ?? -1] ?? null);
      const column = numberColumn(name, values);
      return Object.keys(labels).length > 0 ? { column, labels } : { column };
    }),
  );
}

function missingNotices(count: number, time: string): Notice[] {
  if (count === 0) return [];
  return [warning(`${count} ${count === 1 ? 'row' : 'rows'} without a time in "${time}" are left out.`)];
}

function duplicateNotices(duplicate: Duplicate | undefined): Notice[] {
  if (!duplicate) return [];
  const { count, labels, at } = duplicate;
  const whose = Object.keys(labels).length > 0 ? ` of ${written(labels)}` : '';
  return [
    warning(
      `Several rows have the same time, for example ${new Date(at).toISOString()}${whose}; the last one of each is shown ` +
        `and ${count} ${count === 1 ? 'is' : 'are'} not. Aggregate with GROUP BY.`,
    ),
  ];
}
