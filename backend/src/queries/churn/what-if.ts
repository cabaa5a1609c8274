import { bandOf, probabilityAtOdds, WHAT_IF_COLUMNS, type Frame, type WhatIfQuery } from '../../contract';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { tableOf, type CellKind } from './cells';
import { valuesReader } from './explain-all';
import { findCustomer } from './find-customer';
import { oddsSentence } from './odds-sentence';
import { outcomeReader } from './outcome';
import { allReasons, reasonContext } from './reasons';
import { reasonsFrame } from './reasons-frame';

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
  const { churnProbability } = explanation;
  const valueBefore = customer && Number(customer.value_if_returns);
  const outcome = (await outcomeReader(scored, context))({ values, churnProbability, reasons, valueBefore });
  const { baseRate, facts } = model;
  const { riskBands } = context.settings;
  const before = Number(customer?.churn_probability ?? baseRate);
  const row: Record<Name, number | string | null> = {
    churn_probability: churnProbability,
    band: outcome.band,
    before_probability: before,
    before_band: String(customer?.band ?? bandOf(before, baseRate, riskBands)),
    base_rate: baseRate,
    high_from: probabilityAtOdds(riskBands.high, baseRate),
    low_to: probabilityAtOdds(riskBands.low, baseRate),
    relative_odds: outcome.relativeOdds,
    horizon_days: facts.horizonDays,
    value_if_returns: outcome.valueIfReturns,
    expected_revenue: outcome.expectedRevenue,
    revenue_at_risk: outcome.revenueAtRisk,
    action: outcome.advice.title,
    action_detail: outcome.advice.detail,
    sentence: oddsSentence(churnProbability, baseRate, facts.horizonDays, context.language),
  };
  return [
    tableOf<Name>('what_if', WHAT_IF_COLUMNS, KINDS, [row]),
    reasonsFrame(explanation.base, reasons, context.language),
  ];
}

/** The customer that is changed, if it is one of the shop's, and its raw feature values after the change. */
async function changedValues(
  { customer: id, changes = {} }: WhatIfQuery,
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Changed> {
  const wanted = id?.trim() ?? '';
  if (wanted === '') return { customer: undefined, values: scored.model.withChanges(undefined, changes) };
  const customer = await findCustomer(wanted, scored, context);
  const start = (await valuesReader(scored))(Number(customer.matrix_row));
  // Without a change the features are the customer's own: nothing is to be brought into line.
  const values = Object.keys(changes).length === 0 ? start : scored.model.withChanges(start, changes);
  return { customer, values };
}

interface Changed {
  /** The row of the scored table, when one of the shop's customers is changed. */
  customer: Row | undefined;
  values: Float64Array;
}
