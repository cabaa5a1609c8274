import { QueryError, type Frame } from '../../../contract';
import { noData, numberColumn, textColumn } from '../../../frames';
import type { SandboxResult } from '../../../warehouse/sandbox';
import { rolesOf, type Roles } from './columns';
import { keyOf, labelsOf, written, type Labels } from './labels';
import { info } from './notices';
import { roundedNotices } from './rounded';

/**
 * Numbers with labels, as alert rules take them: numeric-long, a row per combination of labels. Times are left out.
 *
 * @throws QueryError when there is no number, or two rows have the same labels
 */
export function numericFrame({ columns, length }: SandboxResult, name: string): Frame {
  const roles = rolesOf(columns);
  if (roles.values.length === 0) {
    throw new QueryError(
      'The format "numeric" needs a column of numbers; the result has none. Select one, or use "table".',
    );
  }
  if (length === 0) return noData(name, 'numeric-long');
  const labels = distinctLabels(roles, length);
  const fields = [
    ...roles.labels.map((column) =>
      textColumn(
        column.name,
        labels.map((row) => row[column.name] ?? ''),
      ),
    ),
    ...roles.values.map((column) => numberColumn(column.name, column.cells)),
  ].map((column) => ({ column }));
  return { name, meta: { type: 'numeric-long', notices: noticesOf(roles) }, fields };
}

function distinctLabels(roles: Roles, length: number): Labels[] {
  const rows = Array.from({ length }, (_, row) => labelsOf(roles.labels, row));
  const seen = new Set<string>();
  for (const labels of rows) {
    const key = keyOf(labels);
    if (seen.has(key)) throw new QueryError(duplicateMessage(labels, length));
    seen.add(key);
  }
  return rows;
}

function duplicateMessage(labels: Labels, length: number): string {
  if (Object.keys(labels).length === 0) {
    return `The format "numeric" needs a column of text that tells the ${length} rows apart, or one row only.`;
  }
  return `The format "numeric" needs one row per combination of labels; two rows have ${written(labels)}. Aggregate with GROUP BY.`;
}

function noticesOf(roles: Roles) {
  const times = roles.times.map((column) => `"${column.name}"`);
  const leftOut = times.length > 0 ? [info(`The format "numeric" leaves out the times of ${times.join(', ')}.`)] : [];
  return [...leftOut, ...roundedNotices(roles.values)];
}
