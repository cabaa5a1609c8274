import type { Filters, Narrowing } from '../contract';
import type { SqlParameters } from '../warehouse/engine';

/** A condition in SQL, with the values that it binds. */
export interface Condition {
  sql: string;
  parameters: SqlParameters;
}

/** A condition to a line, as people write them. */
const AND = '\n  AND ';

/** Keeps everything. */
const NO_CONDITION: Condition = { sql: '', parameters: {} };

type FilterName = keyof Filters;

const LINE_FILTERS = ['state', 'category', 'payment_type'] as const;
const ORDER_FILTERS = ['category', 'payment_type'] as const;
/** What customers are judged to be at the as-of day: columns of its table of customers. */
const JUDGED_FILTERS = ['segment', 'band'] as const;

const within = (column: string, parameter: string): string => `${column} IN (SELECT unnest($${parameter}::VARCHAR[]))`;

/** A condition for each dimension of which values are named, `prefix` before the names of what is bound. */
function pick(lists: Filters | undefined, names: readonly FilterName[], prefix = ''): Condition[] {
  return names.flatMap((name) => {
    const values = lists?.[name] ?? [];
    const parameter = `${prefix}${name}`;
    return values.length > 0 ? [{ sql: within(name, parameter), parameters: { [parameter]: values } }] : [];
  });
}

const kept = ({ filters }: Narrowing, names: readonly FilterName[]): Condition => join('AND', pick(filters, names));

/** True of what has one of the values to leave out. */
const leftOut = ({ exclude }: Narrowing, names: readonly FilterName[]): Condition =>
  join('OR', pick(exclude, names, 'not_'));

function join(word: 'AND' | 'OR', conditions: readonly Condition[]): Condition {
  const used = conditions.filter((condition) => condition.sql !== '');
  const between = word === 'AND' ? AND : ' OR ';
  return { sql: used.map((condition) => condition.sql).join(between), parameters: bind({}, ...used) };
}

/** The condition with its SQL put into other SQL; where there is none, none. */
const inSql = (condition: Condition, put: (sql: string) => string): Condition =>
  condition.sql === '' ? condition : { ...condition, sql: put(condition.sql) };

const not = (condition: Condition): Condition => inSql(condition, (sql) => `NOT (${sql})`);

/** Rows that have values to keep and none to leave out, by columns of their own. */
const byColumns = (narrowing: Narrowing, names: readonly FilterName[]): Condition =>
  join('AND', [kept(narrowing, names), not(leftOut(narrowing, names))]);

/**
 * Which lines of `fct_sales` a query counts: those that match every filter and have no value to leave out. Segments and
 * risk bands are the customers' at the as-of day, read from its table of customers.
 */
export function lineCondition(narrowing: Narrowing, customers?: string): Condition {
  return join('AND', [byColumns(narrowing, LINE_FILTERS), judgedCondition(narrowing, customers)]);
}

/**
 * Which rows of a table of customers a query counts: by their own state, segment and risk band, and by having bought, up
 * to the as-of day, something that matches category and payment type, and nothing of what is to be left out.
 */
export function customerCondition(narrowing: Narrowing, asOf: string): Condition {
  const buyers = (lines: Condition, word: 'IN' | 'NOT IN'): Condition => {
    if (lines.sql === '') return lines;
    const sold = `SELECT customer_key FROM fct_sales WHERE purchase_day <= $as_of::DATE AND (${lines.sql})`;
    return { sql: `customer_key ${word} (${sold})`, parameters: { ...lines.parameters, as_of: asOf } };
  };
  const { bought, avoided } = boughtConditions(narrowing);
  return join('AND', [
    byColumns(narrowing, ['state', ...JUDGED_FILTERS]),
    buyers(bought, 'IN'),
    buyers(avoided, 'NOT IN'),
  ]);
}

/** Which orders and customers a query counts by the state of the address, a column of theirs. */
export const stateCondition = (narrowing: Narrowing): Condition => byColumns(narrowing, ['state']);

/** Which records about customers a query counts: those of the state, segment and risk band that they name. */
export const recordCondition = (narrowing: Narrowing): Condition => byColumns(narrowing, ['state', ...JUDGED_FILTERS]);

/** Lines of `fct_sales` that make a customer one of those who bought what is named, or of those who are left out. */
export function boughtConditions(narrowing: Narrowing): { bought: Condition; avoided: Condition } {
  return { bought: kept(narrowing, ORDER_FILTERS), avoided: leftOut(narrowing, ORDER_FILTERS) };
}

/**
 * Customers of the chosen segments and risk bands, as a condition on `customer_key`. Who has no segment yet at the as-of
 * day is in none of those to leave out.
 */
export function judgedCondition(narrowing: Narrowing, customers?: string): Condition {
  if (customers === undefined) return NO_CONDITION;
  const judged = (condition: Condition, word: 'IN' | 'NOT IN'): Condition =>
    inSql(condition, (sql) => `customer_key ${word} (SELECT customer_key FROM ${customers} WHERE ${sql})`);
  return join('AND', [
    judged(kept(narrowing, JUDGED_FILTERS), 'IN'),
    judged(leftOut(narrowing, JUDGED_FILTERS), 'NOT IN'),
  ]);
}

/** The bound values of several conditions beside a query's own. */
export function bind(own: SqlParameters, ...conditions: readonly Condition[]): SqlParameters {
  return Object.assign({}, own, ...conditions.map((condition) => condition.parameters)) as SqlParameters;
}

export const where = (...parts: string[]): string => {
  const used = parts.filter((part) => part !== '');
  return used.length === 0 ? '' : `WHERE ${used.join(AND)}`;
};

const names = (narrowing: Narrowing, wanted: readonly FilterName[]): boolean =>
  [narrowing.filters, narrowing.exclude].some((lists) => wanted.some((name) => (lists?.[name]?.length ?? 0) > 0));

export const hasFilters = (narrowing: Narrowing): boolean => names(narrowing, [...LINE_FILTERS, ...JUDGED_FILTERS]);

/** True where customers count by what they bought, or how they paid. */
export const asksWhoBought = (narrowing: Narrowing): boolean => names(narrowing, ORDER_FILTERS);

/** True where a condition needs to know what customers are judged to be. */
export const needsCustomers = (narrowing: Narrowing): boolean => names(narrowing, JUDGED_FILTERS);

/** True where a condition needs to know how customers are scored. */
export const needsScores = (narrowing: Narrowing): boolean => names(narrowing, ['band']);

/** Conditions on a line's moment; the range's end is a whole millisecond, and all of it counts. */
export const IN_RANGE = [
  'purchased_at >= make_timestamp($from::BIGINT * 1000)',
  'purchased_at <= make_timestamp($to::BIGINT * 1000 + 999)',
];
