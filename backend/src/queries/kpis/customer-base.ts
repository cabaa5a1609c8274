import { DAY_MS, startOf, type Filters } from '../../contract';
import type { QueryContext } from '../context';
import { bind, judgedCondition, lineCondition, where, type Condition } from '../filters';
import { fill } from '../template';
import customerBaseSql from './customer-base.sql';

/** The customer base at the end of one day. */
export interface CustomerBase {
  /** Persons who have purchased by then. */
  customers: number;
  /** Of them: who have made more than one purchase. */
  repeaters: number;
  /** Of them: whose latest purchase lies the churn rule's days back, or longer. */
  churned: number;
}

/**
 * The customer base on each of some days.
 *
 * With a category or payment type, it is everybody who has bought such a thing, from the day on which they first did;
 * whether they came back or churned is judged by all their purchases.
 */
export async function customerBases(
  context: QueryContext,
  days: readonly string[],
  filters: Filters,
  snapshot: string | undefined,
): Promise<CustomerBase[]> {
  const { state, ...bought } = filters;
  const buyers = lineCondition(bought);
  const judged = judgedCondition(filters, snapshot);
  const states = lineCondition({ state });
  const sql = fill(customerBaseSql, {
    since: buyers.sql === '' ? 'purchase_day' : 'greatest(purchase_day, since)',
    buyers: buyers.sql === '' ? '' : buyersJoin(buyers),
    where: where('is_purchase', states.sql, judged.sql),
  });
  const { columns } = await context.engine.columns(sql, bind({}, buyers, states, judged), context.signal);
  const lives = columns.map((column) => column.values as ArrayLike<number>);
  return days.map((day) => baseOn(startOf(day) / DAY_MS, lives, context.settings.churnDays));
}

const buyersJoin = ({ sql }: Condition): string =>
  `JOIN (SELECT customer_key, min(purchase_day) AS since FROM fct_sales WHERE ${sql} GROUP BY customer_key) USING (customer_key)`;

/** @param day since 1970-01-01 */
function baseOn(day: number, lives: readonly ArrayLike<number>[], churnDays: number): CustomerBase {
  const [purchased = [], since = [], next = [], repeated = [], customers = []] = lives;
  const base = { customers: 0, repeaters: 0, churned: 0 };
  for (let i = 0; i < purchased.length; i++) {
    if (Number(since[i]) > day || Number(next[i]) <= day) continue;
    const count = Number(customers[i]);
    base.customers += count;
    if (repeated[i]) base.repeaters += count;
    if (day - Number(purchased[i]) >= churnDays) base.churned += count;
  }
  return base;
}
