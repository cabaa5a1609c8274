import type { WATCH_TEXT_COLUMNS } from '../../contract';
import { summaryOf } from '../../churn/reasons';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import { shortIdSql } from '../../warehouse/short-id';
import type { QueryContext } from '../context';
import { bind, where } from '../filters';
import { fill } from '../template';
import { money } from '../wording';
import { explainAll } from './explain-all';
import { reasonContext, reasonReader } from './reasons';
import { groupConditions, type Grouping } from './risk-groups';
import watchedCustomersSql from './sql/watched-customers.sql';
import { topReasons } from './top-reasons';

/** A notification names a few; the list behind its link has all. */
const MOST_NAMED = 5;
const MOST_REASONS = 3;

/** Keeps the amounts of a list below each other where letters are of one width. */
const MONEY_WIDTH = 10;

export type WatchTexts = Record<(typeof WATCH_TEXT_COLUMNS)[number], string>;

/** Why the high-risk customers of each group are at risk, and which of them have the most at stake: texts for people. */
export async function watchTexts(
  grouping: Grouping,
  groups: readonly string[],
  scored: ScoredCustomers,
  context: QueryContext,
): Promise<WatchTexts[]> {
  const [reasons, customers] = [
    await topReasons(grouping, groups, scored, context),
    await customerLines(grouping, scored, context),
  ];
  return groups.map((group, i) => ({
    top_reasons: sentence(reasons[i]?.slice(0, MOST_REASONS) ?? []),
    top_customers: (customers.get(group) ?? []).join('\n'),
  }));
}

/** By group a line for each of the few high-risk customers with the most at stake, those with the most first. */
async function customerLines(
  grouping: Grouping,
  scored: ScoredCustomers,
  context: QueryContext,
): Promise<Map<string, string[]>> {
  const conditions = groupConditions(grouping, context.asOf);
  const sql = fill(watchedCustomersSql, {
    dimension: grouping.dimension,
    // Alerts go to where no role is known: nobody gets whole ids there.
    customer_id: shortIdSql('customer_id'),
    customers: scored.table,
    where: where("band = 'high'", ...conditions.map((one) => one.sql)),
  });
  const rows = await context.engine.rows(sql, bind({ most: MOST_NAMED }, ...conditions), context.signal);
  const reasonsOf = reasonReader(scored.model, await reasonContext(scored.model, context));
  const lines = new Map<string, string[]>();
  const add: Parameters<typeof explainAll>[2] = (explanation, values, i) => {
    const { group_name, customer_id, revenue_at_risk } = rows[i] ?? {};
    const amount = money(Number(revenue_at_risk), context.language).padStart(MONEY_WIDTH);
    const line = `${inOneLine(String(customer_id))} | ${amount} | ${summaryOf(reasonsOf(explanation, values))}`;
    lines.set(String(group_name), [...(lines.get(String(group_name)) ?? []), line]);
  };
  const matrixRows = rows.map((row) => Number(row.matrix_row));
  await explainAll(scored, matrixRows, add, context.signal);
  return lines;
}

/** An id that breaks no line of the list, nor the block that Slack shows it in. */
export const inOneLine = (id: string): string => id.replaceAll(/[\s\p{Cc}|`]+/gu, ' ');

/** `Time since the last order, delivery and reviews`: the first with a capital, as it begins a sentence. */
const sentence = (labels: readonly string[]): string =>
  labels.map((label, i) => (i === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1))).join(', ');
