import { dayOf, type Activity, type PastNarrowing } from '../../contract';
import type { SqlParameters } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { IN_RANGE, type Condition } from '../filters';
import { bucketEnd, bucketOf } from '../time-buckets';

type PastContext = Pick<QueryContext, 'asOf' | 'range' | 'settings'>;

/** First and last day, `YYYY-MM-DD`. */
interface Days {
  first: string;
  last: string;
}

const NO_CONDITION: Condition = { sql: '', parameters: {} };

const buyers = (orders: string): string => `customer_key IN (SELECT customer_key FROM fct_orders WHERE ${orders})`;

/** Buyers of the days whose purchase before these days, and first one in them, stand to each other as `gap` says. */
const arrivals = (gap: string): string =>
  buyers(`is_purchase AND purchase_day <= $during_last::DATE GROUP BY customer_key HAVING ${gap}`);

const FIRST_THEN = 'min(purchase_day) FILTER (WHERE purchase_day >= $during_first::DATE)';
const LAST_BEFORE = 'max(purchase_day) FILTER (WHERE purchase_day < $during_first::DATE)';
const GAP = `${FIRST_THEN} - ${LAST_BEFORE}`;

/** Customers by what they did on some days, counted as `lifecycle` counts them. */
const ACTIVITY_SQL: Record<Activity, string> = {
  purchased: buyers('is_purchase AND purchase_day BETWEEN $during_first::DATE AND $during_last::DATE'),
  new: arrivals('min(purchase_day) >= $during_first::DATE'),
  returning: arrivals(`${GAP} <= $churn_days::INTEGER`),
  reactivated: arrivals(`${GAP} > $churn_days::INTEGER`),
  dormant: buyers(
    'is_purchase AND purchase_day + $churn_days::INTEGER BETWEEN $during_first::DATE AND $during_last::DATE ' +
      'AND (next_purchase_day IS NULL OR next_purchase_day - purchase_day > $churn_days::INTEGER)',
  ),
};

/** Which customers a query keeps by what they did when; conditions on a table of customers. */
export function pastConditions(query: PastNarrowing, context: PastContext): Condition[] {
  return [firstInRange(query, context), cohortCondition(query), activityCondition(query, context)];
}

/** As in `cohorts`, the first purchase must lie in the time range. */
function firstInRange({ firstPurchase }: PastNarrowing, { range }: PastContext): Condition {
  if (firstPurchase === undefined) return NO_CONDITION;
  const sql = IN_RANGE.map((one) => one.replace('purchased_at', 'first_order')).join('\n  AND ');
  return { sql, parameters: { from: range.from, to: range.to } };
}

/** Customers of the cohort that a query names by a day, whatever the time range. */
export function cohortCondition({ firstPurchase, period = 'month' }: PastNarrowing): Condition {
  if (firstPurchase === undefined) return NO_CONDITION;
  return {
    sql: 'first_order::DATE BETWEEN $cohort_first::DATE AND $cohort_last::DATE',
    parameters: { cohort_first: bucketOf(firstPurchase, period), cohort_last: bucketEnd(firstPurchase, period) },
  };
}

/** Customers who did what a query says when it says. */
export function activityCondition(query: PastNarrowing, context: PastContext): Condition {
  const { activity = query.during === undefined ? undefined : 'purchased' } = query;
  if (activity === undefined) return NO_CONDITION;
  const { first, last } = daysOf(query, context);
  const parameters: SqlParameters = { during_first: first, during_last: last, churn_days: context.settings.churnDays };
  return onlyNamed(ACTIVITY_SQL[activity], parameters);
}

/** A condition that binds no more than its SQL names, as the engine refuses the rest. */
function onlyNamed(sql: string, parameters: SqlParameters): Condition {
  return {
    sql,
    parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => sql.includes(`$${name}::`))),
  };
}

/** The days in which something was done; none of them lies after the as-of day. */
function daysOf({ during, period = 'month' }: PastNarrowing, { asOf, range }: PastContext): Days {
  const days =
    during === undefined
      ? { first: dayOf(range.from), last: dayOf(range.to) }
      : { first: bucketOf(during, period), last: bucketEnd(during, period) };
  return { first: days.first, last: days.last > asOf ? asOf : days.last };
}
