import {
  CUSTOMER_COLUMNS,
  probabilityAtOdds,
  type Frame,
  type RiskBand,
  type Segment,
  type Status,
} from '../../../contract';
import type { Reason } from '../../../churn/reasons';
import type { ScoredCustomers } from '../../../churn/scoring/scored';
import type { Row } from '../../../warehouse/engine';
import type { QueryContext } from '../../context';
import { customerNotices, noted } from '../../segment-notices';
import { fill } from '../../template';
import { tableOf, type CellKind } from '../cells';
import { adviceFor } from '../advice';
import { oddsSentence } from '../odds-sentence';
import percentilesSql from '../sql/percentiles.sql';

const TEXT = ['customer_id', 'state', 'city', 'segment', 'status', 'band'];
const WORDS = ['action', 'action_detail', 'action_rule', 'sentence'];
const TIMES = ['first_order', 'last_order'];

type Name = (typeof CUSTOMER_COLUMNS)[number];

function kindOf(name: string): CellKind {
  if (TIMES.includes(name)) return 'time';
  return TEXT.includes(name) || WORDS.includes(name) ? 'text' : 'number';
}

const KINDS = Object.fromEntries(CUSTOMER_COLUMNS.map((name) => [name, kindOf(name)])) as Record<Name, CellKind>;

/** The row about one customer: score, standing among all, value and what to do. */
export async function customerFrame(
  { table, model }: ScoredCustomers,
  customer: Row,
  reasons: readonly Reason[],
  context: QueryContext,
): Promise<Frame> {
  const sql = fill(percentilesSql, { customers: table });
  const bound = { customer_key: Number(customer.customer_key) };
  const [percentiles] = await context.engine.rows(sql, bound, context.signal);
  const { riskBands } = context.settings;
  const { baseRate, facts } = model;
  const { playbook } = await context.playbook();
  const advice = adviceFor(playbook, {
    segment: customer.segment as Segment,
    band: customer.band as RiskBand,
    status: customer.status as Status,
    valueIfReturns: Number(customer.value_if_returns),
    relativeOdds: Number(customer.relative_odds),
    reasons,
    language: context.language,
  });
  const row: Row = {
    ...customer,
    ...percentiles,
    customer_id: customer.shown_id ?? null,
    base_rate: baseRate,
    high_from: probabilityAtOdds(riskBands.high, baseRate),
    low_to: probabilityAtOdds(riskBands.low, baseRate),
    horizon_days: facts.horizonDays,
    tenure_days: reasons.find(({ feature }) => feature === 'tenure_days')?.value ?? null,
    action: advice.title,
    action_detail: advice.detail,
    action_rule: advice.rule,
    sentence: oddsSentence(Number(customer.churn_probability), baseRate, facts.horizonDays, context.language),
  };
  const frame = tableOf<Name>('churn_score', CUSTOMER_COLUMNS, KINDS, [row as Record<Name, string | number | null>]);
  const { churnDays } = context.settings;
  return noted(
    frame,
    customerNotices(customer.segment as Segment, String(customer.status), churnDays, context.language),
  );
}
