import { narrowingOf, type HeadlineQuery } from '../../contract';
import { NoScoreError } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { count, money, share } from '../wording';
import { GROUP_SQL, riskGroups } from './risk-groups';

/** So many states are named. */
const NAMED = 3;

/**
 * What matters of the churn risk of active customers: who will buy again, what hangs on those at high risk, and where.
 * Customers long gone are left out: they would drown those who can still be kept. Without scores: why there are none.
 */
export async function riskSentences(query: HeadlineQuery, context: QueryContext): Promise<string[]> {
  try {
    return await context.scored(context.asOf, async ({ table, model }) => {
      const grouping = { dimension: GROUP_SQL.state, ...narrowingOf(query), status: ['active' as const] };
      const states = await riskGroups(grouping, table, context.asOf, context);
      if (states.length === 0) return ['There are no active customers here.'];
      return [returnSentence(states, model.facts.horizonDays), riskSentence(states)];
    });
  } catch (error) {
    if (error instanceof NoScoreError) return [error.message];
    throw error;
  }
}

const total = (rows: readonly Row[], measure: string): number =>
  rows.reduce((sum, row) => sum + Number(row[measure]), 0);

function returnSentence(states: readonly Row[], horizonDays: number): string {
  const [customers, returners] = [total(states, 'customers'), total(states, 'expected_returners')];
  return (
    `Of ${count(customers)} active customers, ${count(returners)} (${share(returners / customers)}) are expected to buy ` +
    `again within ${count(horizonDays)} days, for ${money(total(states, 'expected_revenue'))}.`
  );
}

function riskSentence(states: readonly Row[]): string {
  const [risky, worth] = [total(states, 'high_risk_customers'), total(states, 'high_risk_revenue')];
  if (risky === 0) return 'None of them is at high risk.';
  const are = `${count(risky)} ${risky === 1 ? 'is' : 'are'} at high risk`;
  return `${are} (${share(risky / total(states, 'customers'))}), with ${money(worth)} at stake${placesOf(states, worth)}.`;
}

/** The states that hold most of what is at stake, unless there are too few to choose from. */
function placesOf(states: readonly Row[], worth: number): string {
  if (states.length <= NAMED) return '';
  const most = states
    .toSorted((a, b) => Number(b.high_risk_revenue) - Number(a.high_risk_revenue))
    .slice(0, NAMED)
    .filter((row) => Number(row.high_risk_revenue) > 0);
  const names = most.map((row) => String(row.group_name));
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}` : names[0];
  return `, ${share(total(most, 'high_risk_revenue') / worth)} of it in ${listed}`;
}
