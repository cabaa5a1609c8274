import type { Filters } from '../contract';
import type { SqlParameters } from '../warehouse/engine';

/** A condition in SQL, with the values that it binds. */
export interface Condition {
  sql: string;
  parameters: SqlParameters;
}

/** Keeps everything. */
const NO_CONDITION: Condition = { sql: '', parameters: {} };

const LINE_FILTERS = ['state', 'category', 'payment_type'] as const;
const ORDER_FILTERS = ['category', 'payment_type'] as const;
/** What customers are judged to be at the as-of day: columns of its table of customers. */
const JUDGED_FILTERS = ['segment', 'band'] as const;

const within = (column: string, name: string): string => `${column} IN (SELECT unnest($${name}::VARCHAR[]))`;

function pick(filters: Filters, names: readonly (keyof Filters)[]): Condition {
  const used = names.filter((name) => (filters[name]?.length ?? 0) > 0);
  return {
    sql: used.map((name) => within(name, name)).join(' AND '),
    parameters: Object.fromEntries(used.map((name) => [name, filters[name] ?? []])),
  };
}

function join(...conditions: Condition[]): Condition {
  const used = conditions.filter((condition) => condition.sql !== '');
  return {
    sql: used.map((condition) => condition.sql).join(' AND '),
    parameters: bind({}, ...used),
  };
}

/**
 * Which lines of `fct_sales` a query counts: those that match every filter. Segments and risk bands are the customers'
 * at the as-of day, read from its table of customers.
 */
export function lineCondition(filters: Filters, customers?: string): Condition {
  return join(pick(filters, LINE_FILTERS), judgedCondition(filters, customers));
}

/**
 * Which rows of a table of customers a query counts: by their own state, segment and risk band, and by having bought, up
 * to the as-of day, something that matches category and payment type.
 */
export function customerCondition(filters: Filters, asOf: string): Condition {
  const bought = pick(filters, ORDER_FILTERS);
  const semijoin: Condition =
    bought.sql === ''
      ? bought
      : {
          sql: `customer_key IN (SELECT customer_key FROM fct_sales WHERE purchase_day <= $as_of::DATE AND ${bought.sql})`,
          parameters: { ...bought.parameters, as_of: asOf },
        };
  return join(pick(filters, ['state', ...JUDGED_FILTERS]), semijoin);
}

/** Customers of the chosen segments and risk bands, as a condition on `customer_key`. */
export function judgedCondition(filters: Filters, customers?: string): Condition {
  const judged = pick(filters, JUDGED_FILTERS);
  if (judged.sql === '' || customers === undefined) return NO_CONDITION;
  return {
    sql: `customer_key IN (SELECT customer_key FROM ${customers} WHERE ${judged.sql})`,
    parameters: judged.parameters,
  };
}

/** The bound values of several conditions beside a query's own. */
export function bind(own: SqlParameters, ...conditions: Condition[]): SqlParameters {
  return Object.assign({}, own, ...conditions.map((condition) => condition.parameters)) as SqlParameters;
}

export const where = (...parts: string[]): string => {
  const used = parts.filter((part) => part !== '');
  return used.length === 0 ? '' : `WHERE ${used.join(' AND ')}`;
};

export const hasFilters = (filters: Filters): boolean =>
  Object.values(filters).some((values) => (values?.length ?? 0) > 0);

/** True where a condition needs to know what customers are judged to be. */
export const needsCustomers = (filters: Filters): boolean =>
  JUDGED_FILTERS.some((name) => (filters[name]?.length ?? 0) > 0);

/** True where a condition needs to know how customers are scored. */
export const needsScores = (filters: Filters): boolean => (filters.band?.length ?? 0) > 0;

/** Conditions on a line's moment; the range's end is a whole millisecond, and all of it counts. */
export const IN_RANGE = [
  'purchased_at >= make_timestamp($from::BIGINT * 1000)',
  'purchased_at <= make_timestamp($to::BIGINT * 1000 + 999)',
];
