import {
  labelOf,
  readColumn,
  SCORES_COLUMNS,
  type CellValue,
  type ChurnScoresQuery,
  type Column,
  type ColumnSet,
  type Frame,
  type RiskBand,
  type ScoreSort,
  type Segment,
  type Status,
} from '../../contract';
import { noData, textColumn } from '../../frames';
import { summaryOf } from '../../churn/reasons';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { shownId } from '../customer-ids';
import { bind, customerCondition, where } from '../filters';
import { pageBounds, pageConditions, pageNotices } from '../page';
import { fill } from '../template';
import { adviceFor } from './advice';
import { fieldOf } from './cells';
import { explainAll } from './explain-all';
import { reasonReader, reasonContext } from './reasons';
import churnScoresSql from './sql/churn-scores.sql';

const SORT_SQL: Record<ScoreSort, string> = {
  revenue_at_risk: 'revenue_at_risk',
  churn_probability: 'churn_probability',
  expected_revenue: 'expected_revenue',
  recency_days: 'recency_days',
  frequency: 'frequency',
  monetary: 'monetary',
  last_order: 'last_order',
  segment: 'segment',
  state: 'state',
  customer: 'customer_id',
};

/** One row per customer at the as-of date, sorted and paged, with its main reason and what to do about it. */
export async function churnScores(
  query: ChurnScoresQuery,
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Frame[]> {
  const conditions = [customerCondition(query, context.asOf), ...pageConditions(query, context.fullIds)];
  const sql = fill(churnScoresSql, {
    customer_id: shownId('customer_id', context.fullIds),
    customers: scored.table,
    where: where(...conditions.map((one) => one.sql)),
    order: `${SORT_SQL[query.sort ?? 'revenue_at_risk']} ${(query.descending ?? true) ? 'DESC' : 'ASC'}`,
  });
  const page = await context.engine.columns(sql, bind(pageBounds(query), ...conditions), context.signal);
  if (page.length === 0) return [noData('churn_scores', 'table')];
  const columns = [...page.columns, ...(await reasonColumns(page, scored, context))];
  return [
    {
      name: 'churn_scores',
      meta: {
        type: 'table',
        preferredVisualisationType: 'table',
        notices: pageNotices(query, page.length, context.language),
      },
      fields: SCORES_COLUMNS.flatMap((name) => columns.find((column) => column.name === name) ?? []).map((column) =>
        fieldOf(column, { displayNameFromDS: labelOf(column.name) }),
      ),
    },
  ];
}

/** The columns `reason` and `action` of a page. */
async function reasonColumns(page: ColumnSet, scored: ScoredCustomers, context: QueryContext): Promise<Column[]> {
  const read = (name: string): CellValue[] => {
    const column = page.columns.find((one) => one.name === name);
    return column ? readColumn(column) : [];
  };
  const [rows, segments, bands] = [read('matrix_row').map(Number), read('segment'), read('band')];
  const [statuses, values, odds] = [read('status'), read('value_if_returns'), read('relative_odds')];
  const { playbook } = await context.playbook();
  const reasonsOf = reasonReader(scored.model, await reasonContext(scored.model, context));
  const reason: string[] = [];
  const action: string[] = [];
  const each: Parameters<typeof explainAll>[2] = (explanation, featureValues, i) => {
    const reasons = reasonsOf(explanation, featureValues);
    reason.push(summaryOf(reasons));
    const standing = {
      segment: segments[i] as Segment,
      band: bands[i] as RiskBand,
      status: statuses[i] as Status,
      valueIfReturns: Number(values[i]),
      relativeOdds: Number(odds[i]),
      reasons,
      language: context.language,
    };
    action.push(adviceFor(playbook, standing).title);
  };
  await explainAll(scored, rows, each, context.signal);
  return [textColumn('reason', reason), textColumn('action', action)];
}
