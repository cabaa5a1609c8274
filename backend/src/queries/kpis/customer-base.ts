import { DAY_MS, startOf, type Narrowing } from '../../contract';
import type { QueryContext } from '../context';
import { bind, boughtConditions, judgedCondition, stateCondition, where, type Condition } from '../filters';
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
 * with one to leave out, everybody who has not, up to the day before they first did. Whether they came back or churned is
 * judged by all their purchases.
 */
export async function customerBases(
  context: QueryContext,
  days: readonly string[],
  narrowing: Narrowing,
  snapshot: string | undefined,
): Promise<CustomerBase[]> {
  const { bought, avoided } = boughtConditions(narrowing);
  const { since, until, buyers } = customerBaseParts(narrowing);
  const judged = judgedCondition(narrowing, snapshot);
  const states = stateCondition(narrowing);
  const sql = fill(customerBaseSql, {
    since,
    until,
    buyers,
    where: where('is_purchase', states.sql, judged.sql),
  });
  const { columns } = await context.engine.columns(sql, bind({}, bought, avoided, states, judged), context.signal);
  const lives = columns.map((column) => column.values as ArrayLike<number>);
  return days.map((day) => baseOn(startOf(day) / DAY_MS, lives, context.settings.churnDays));
}

/** SQL from when and to when a purchase of `fct_orders` makes its customer part of the base, and what must be joined. */
export function customerBaseParts(narrowing: Narrowing): { since: string; until: string; buyers: string } {
  const { bought, avoided } = boughtConditions(narrowing);
  return {
    since: bought.sql === '' ? 'purchase_day' : 'greatest(purchase_day, since)',
    until: avoided.sql === '' ? 'next_purchase_day' : 'least(next_purchase_day, until)',
    buyers: `${firstDays(bought, 'JOIN', 'since')} ${firstDays(avoided, 'LEFT JOIN', 'until')}`.trim(),
  };
}

/** Joins the day on which each customer first bought what a condition names; nothing where it names nothing. */
function firstDays({ sql }: Condition, join: string, day: string): string {
  if (sql === '') return '';
  return `${join} (SELECT customer_key, min(purchase_day) AS ${day} FROM fct_sales WHERE ${sql} GROUP BY customer_key) USING (customer_key)`;
}

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
