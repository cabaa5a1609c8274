import {
  bandOf,
  probabilityAtOdds,
  returnOdds,
  WHAT_IF_COLUMNS,
  type Frame,
  type RiskBand,
  type Segment,
  type Status,
  type WhatIfQuery,
} from '../../contract';
import type { Reason } from '../../churn/reasons';
import type { Explanation, ScoredCustomers, ServedModel } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { fill } from '../template';
import { adviceFor } from './advice';
import { tableOf, type CellKind } from './cells';
import { valuesReader } from './explain-all';
import { findCustomer } from './find-customer';
import { oddsSentence } from './odds-sentence';
import { allReasons, reasonContext } from './reasons';
import { reasonsFrame } from './reasons-frame';
import mostAlikeSql from './sql/most-alike.sql';

type Name = (typeof WHAT_IF_COLUMNS)[number];

const TEXT: readonly Name[] = ['band', 'before_band', 'action', 'action_detail', 'sentence'];
const KINDS = Object.fromEntries(
  WHAT_IF_COLUMNS.map((name) => [name, TEXT.includes(name) ? 'text' : 'number']),
) as Record<Name, CellKind>;

/**
 * The score of a customer with some features changed, or of one described by the changes alone, beside the score
 * before (the average customer's), with the reasons of the changed one.
 *
 * @throws FeatureValueError naming a feature that cannot be set, or a value that it cannot have
 * @throws QueryError when the id names no customer, or several
 */
export async function whatIf(query: WhatIfQuery, context: QueryContext, scored: ScoredCustomers): Promise<Frame[]> {
  const { model } = scored;
  const { customer, values } = await changedValues(query, context, scored);
  const [explanation] = model.explain([values]);
  if (!explanation) throw new Error('The model explained nothing.');
  const reasons = allReasons(model, explanation, values, await reasonContext(model, context));
  const after = await outcome({ values, explanation, reasons, customer }, context, scored);
  const before = Number(customer?.churn_probability ?? model.baseRate);
  const beforeBand = customer?.band ?? bandOf(before, model.baseRate, context.settings.riskBands);
  const row = { ...after, before_probability: before, before_band: String(beforeBand) };
  return [tableOf<Name>('what_if', WHAT_IF_COLUMNS, KINDS, [row]), reasonsFrame(explanation.base, reasons)];
}

/** The customer that is changed, if it is one of the shop's, and its raw feature values after the change. */
async function changedValues(
  { customer: id, changes = {} }: WhatIfQuery,
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Pick<Changed, 'customer' | 'values'>> {
  const wanted = id?.trim() ?? '';
  if (wanted === '') return { customer: undefined, values: scored.model.withChanges(undefined, changes) };
  const customer = await findCustomer(wanted, scored, context);
  const start = (await valuesReader(scored))(Number(customer.matrix_row));
  // Without a change the features are the customer's own: nothing is to be brought into line.
  const values = Object.keys(changes).length === 0 ? start : scored.model.withChanges(start, changes);
  return { customer, values };
}

interface Changed {
  values: Float64Array;
  explanation: Explanation;
  reasons: readonly Reason[];
  customer: Row | undefined;
}

/** The columns about the changed customer. */
async function outcome(
  { values, explanation: { churnProbability }, reasons, customer }: Changed,
  context: QueryContext,
  { model, table }: ScoredCustomers,
): Promise<Record<Exclude<Name, 'before_probability' | 'before_band'>, number | string | null>> {
  const { baseRate, facts } = model;
  const { riskBands } = context.settings;
  const band: RiskBand = bandOf(churnProbability, baseRate, riskBands);
  const value = valueOf(model, values, customer, context);
  const relativeOdds = returnOdds(churnProbability, baseRate);
  const alike = await mostAlike(model, values, table, context);
  const { playbook } = await context.playbook();
  const advice = adviceFor(playbook, { ...alike, band, valueIfReturns: value ?? Number.NaN, relativeOdds, reasons });
  return {
    churn_probability: churnProbability,
    band,
    base_rate: baseRate,
    high_from: probabilityAtOdds(riskBands.high, baseRate),
    low_to: probabilityAtOdds(riskBands.low, baseRate),
    relative_odds: relativeOdds,
    horizon_days: facts.horizonDays,
    value_if_returns: value,
    expected_revenue: value === null ? null : (1 - churnProbability) * value,
    revenue_at_risk: value === null ? null : churnProbability * value,
    action: advice.title,
    action_detail: advice.detail,
    sentence: oddsSentence(churnProbability, baseRate, facts.horizonDays),
  };
}

const featureOf = ({ features }: ServedModel, values: Float64Array, key: string): number =>
  values[features.indexOf(key)] ?? Number.NaN;

/** By how often and for how much the changed customer bought; where nobody can say, as for the customer before. */
function valueOf(
  model: ServedModel,
  values: Float64Array,
  customer: Row | undefined,
  context: QueryContext,
): number | null {
  const [frequency, monetary] = ['frequency', 'monetary'].map((key) => featureOf(model, values, key));
  const value = context.valueIfReturns(frequency ?? Number.NaN, monetary ?? Number.NaN);
  return value ?? (customer ? Number(customer.value_if_returns) : null);
}

/** Segment of the customer who is most like the changed one in frequency and recency; status by the churn rule. */
async function mostAlike(
  model: ServedModel,
  values: Float64Array,
  table: string,
  { engine, signal, settings }: QueryContext,
): Promise<{ segment: Segment; status: Status }> {
  const [recency = 0, frequency = 1] = ['recency_days', 'frequency'].map((key) => featureOf(model, values, key));
  const sql = fill(mostAlikeSql, { customers: table });
  const [nearest] = await engine.rows(sql, { recency, frequency }, signal);
  return { segment: nearest?.segment as Segment, status: recency >= settings.churnDays ? 'churned' : 'active' };
}
