import { addDays, narrowingOf, type HeadlineQuery } from '../../contract';
import { NoScoreError } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { RISK_WORDS, type RiskWords } from '../headline-words/risk';
import { monthEnds } from './month-ends';
import { GROUP_SQL, pastRiskGroups, riskGroups, type Grouping } from './risk-groups';

/** So many states are named. */
const NAMED = 3;
/** The day of comparison lies about a month back: days that must lie between. */
const MONTH_DAYS = 28;
/** Changes below this share are said as none. */
const NOTHING = 0.0005;

/**
 * What matters of the churn risk of active customers: who will buy again, what hangs on those at high risk, and where.
 * Customers long gone are left out: they would drown those who can still be kept. Without scores: why there are none.
 */
export async function riskSentences(query: HeadlineQuery, context: QueryContext): Promise<string[]> {
  try {
    return await context.scored(context.asOf, async ({ table, model }) => {
      const grouping = { dimension: GROUP_SQL.state, ...narrowingOf(query), status: ['active' as const] };
      const states = await riskGroups(grouping, table, context.asOf, context);
      if (states.length === 0) return [RISK_WORDS[context.language].nobody];
      const words = RISK_WORDS[context.language];
      const change = changeText(total(states, 'high_risk_revenue'), await worthBefore(grouping, context), words);
      return [returnSentence(states, model.facts.horizonDays, words), riskSentence(states, change, words)];
    });
  } catch (error) {
    if (error instanceof NoScoreError) return [error.told[context.language]];
    throw error;
  }
}

const total = (rows: readonly Row[], measure: string): number =>
  rows.reduce((sum, row) => sum + Number(row[measure]), 0);

function returnSentence(states: readonly Row[], horizonDays: number, words: RiskWords): string {
  const [customers, returners] = [total(states, 'customers'), total(states, 'expected_returners')];
  return words.returning(customers, returners, horizonDays, total(states, 'expected_revenue'));
}

/** What was at stake a month before, as today's model sees it; undefined before the data or where nothing can be scored. */
async function worthBefore(grouping: Grouping, context: QueryContext): Promise<number | undefined> {
  const before = monthEnds(addDays(context.asOf, -2 * MONTH_DAYS), addDays(context.asOf, -MONTH_DAYS + 1)).at(-1);
  if (before === undefined || before < context.generation.firstDay) return undefined;
  try {
    return total(await pastRiskGroups({ ...grouping, dimension: "'all'" }, before, context), 'high_risk_revenue');
  } catch (error) {
    if (error instanceof NoScoreError) return undefined;
    throw error;
  }
}

function changeText(now: number, before: number | undefined, words: RiskWords): string {
  if (before === undefined || before === 0) return '';
  const change = now / before - 1;
  if (Math.abs(change) < NOTHING) return words.unchanged;
  return change > 0 ? words.more(change) : words.less(-change);
}

function riskSentence(states: readonly Row[], change: string, words: RiskWords): string {
  const [risky, worth] = [total(states, 'high_risk_customers'), total(states, 'high_risk_revenue')];
  const customers = total(states, 'customers');
  if (risky === 0) return words.noneAtRisk(customers);
  return words.atRisk(risky, customers, worth, change, placesOf(states, worth, words));
}

/** The states that hold most of what is at stake, unless there are too few to choose from. */
function placesOf(states: readonly Row[], worth: number, words: RiskWords): string {
  if (states.length <= NAMED) return '';
  const most = states
    .toSorted((a, b) => Number(b.high_risk_revenue) - Number(a.high_risk_revenue))
    .slice(0, NAMED)
    .filter((row) => Number(row.high_risk_revenue) > 0);
  const names = most.map((row) => String(row.group_name));
  return words.places(total(most, 'high_risk_revenue') / worth, names);
}
