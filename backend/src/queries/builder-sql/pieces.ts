import type { ChurnwatchQuery } from '../../contract';
import { snapshotSelect } from '../../segments/snapshot';
import type { SqlParameters } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { needsCustomers, type Condition } from '../filters';
import { inlined, literal } from '../sql-literals';
import { fill } from '../template';

/** What the SQL of a query depends on beside the query. */
export type SqlContext = Pick<QueryContext, 'asOf' | 'fullIds' | 'generation' | 'maxDataPoints' | 'range' | 'settings'>;

/** The customers as of a day: in the builder's own statements a table of its scratch space. */
export const CUSTOMERS_AS_OF = 'customers_as_of';

const IN_LIST = /IN \(SELECT unnest\(\$(\w+)::VARCHAR\[\]\)\)/g;

/** SQL of the as-of day: the macro, unless the query names a day itself. */
export const asOfSql = ({ asOf }: ChurnwatchQuery, context: SqlContext): string =>
  asOf === undefined ? '$__asOf()' : `DATE '${context.asOf}'`;

/** SQL as a person would write it: lists of values and the as-of day in place of what is bound. */
export function readable(sql: string, parameters: SqlParameters, day: string): string {
  const lists = sql.replaceAll(IN_LIST, (found, name: string) => {
    const values = parameters[name];
    return Array.isArray(values) ? `IN (${values.map((one) => literal(String(one))).join(', ')})` : found;
  });
  return inlined(
    lists.replaceAll('$as_of::DATE', () => day),
    parameters,
  );
}

/** A WHERE clause, a condition to a line; none without conditions. */
export function whereBlock(conditions: readonly (Condition | string)[], day: string, spaces = 0): string {
  const texts = conditions
    .map((one) => (typeof one === 'string' ? one : readable(one.sql, one.parameters, day)))
    .filter((text) => text !== '');
  return texts.length === 0 ? '' : indented(`WHERE ${texts.join('\n  AND ')}`, spaces);
}

/** The head of a statement that reads the customers as of a day, ready for its SELECT; none for others. */
export function onlyCtes(query: ChurnwatchQuery, context: SqlContext, reads = needsCustomers(query)): string {
  return reads ? `WITH ${customersCte(query, context)}\n` : '';
}

/** The same for a statement that has more such tables. */
export function firstCtes(query: ChurnwatchQuery, context: SqlContext): string {
  return needsCustomers(query) ? `WITH ${customersCte(query, context)},\n` : 'WITH ';
}

function customersCte(query: ChurnwatchQuery, context: SqlContext): string {
  const { sql, parameters } = snapshotSelect(context.settings);
  return `${CUSTOMERS_AS_OF} AS (\n${indented(readable(sql.trim(), parameters, asOfSql(query, context)), 2)}\n)`;
}

export const indented = (text: string, spaces: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));

/** A template with its parts in it, without the lines of parts that are empty. */
export function laidOut(template: string, parts: Readonly<Record<string, string>>): string {
  const lines = template.replaceAll(/^ *\{(\w+)\}\n/gm, (line, name: string) => (parts[name] === '' ? '' : line));
  return fill(lines, parts).trim();
}
