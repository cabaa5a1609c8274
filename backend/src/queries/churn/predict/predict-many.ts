import { setImmediate } from 'node:timers/promises';
import type { Frame } from '../../../contract';
import { summaryOf } from '../../../churn/reasons';
import { FeatureValueError, type Explanation, type ScoredCustomers } from '../../../churn/scoring/scored';
import type { QueryContext } from '../../context';
import { adviceFor } from '../advice';
import { tableOf, type CellKind } from '../cells';
import { valuesReader } from '../explain-all';
import { outcomeReader } from '../outcome';
import { reasonContext, reasonReader } from '../reasons';
import { customersById, type KnownCustomer } from './customers-by-id';
import type { RowProblem, RowToPredict } from './row-to-predict';

/** Rows in one call of the model, after which others get a turn on the thread. */
const BLOCK = 500;

const KINDS = {
  customer_id: 'text',
  churn_probability: 'number',
  band: 'text',
  relative_odds: 'number',
  expected_revenue: 'number',
  revenue_at_risk: 'number',
  reason: 'text',
  action: 'text',
  status: 'number',
  error: 'text',
} as const satisfies Record<string, CellKind>;

type Name = keyof typeof KINDS;
const COLUMNS = Object.keys(KINDS) as Name[];

type Predicted = Partial<Record<Name, string | number | null>>;
const NOTHING = Object.fromEntries(COLUMNS.map((name) => [name, null])) as Record<Name, null>;

/** What the model is asked about a row. */
interface Subject {
  values: Float64Array;
  /** The shop's customer that it starts from. */
  customer?: KnownCustomer;
  /** True when features were set: what the table says of the customer holds no more. */
  changed: boolean;
}

/**
 * The predictions of rows as one table `predictions`, in their order. A row that cannot be predicted has `status` and
 * `error` in place of its prediction.
 *
 * @throws what the context's signal was aborted with
 */
export async function predictMany(
  rows: readonly RowToPredict[],
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Frame> {
  const { model } = scored;
  const subjectOf = await subjectReader(rows, context, scored);
  const tell = await teller(context, scored);
  const told: Record<Name, string | number | null>[] = [];
  for (let from = 0; from < rows.length; from += BLOCK) {
    if (from > 0) await setImmediate();
    context.signal?.throwIfAborted();
    const subjects = rows.slice(from, from + BLOCK).map(subjectOf);
    const explanations = model.explain(subjects.flatMap((one) => ('error' in one ? [] : [one.values]))).values();
    for (const subject of subjects) {
      const row = 'error' in subject ? subject : tell(subject, next(explanations));
      told.push({ ...NOTHING, ...row });
    }
  }
  return tableOf<Name>('predictions', COLUMNS, KINDS, told);
}

function next(explanations: Iterator<Explanation>): Explanation {
  const { value } = explanations.next() as IteratorResult<Explanation, undefined>;
  if (!value) throw new Error('The model explained fewer rows than it was asked about.');
  return value;
}

/** A reader of what the model is to be asked about a row, or of what is wrong with the row. */
async function subjectReader(
  rows: readonly RowToPredict[],
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<(row: RowToPredict) => Subject | RowProblem> {
  const { model } = scored;
  const find = await customersById(
    rows.flatMap(({ customer }) => customer ?? []),
    scored,
    context,
  );
  const valuesOf = await valuesReader(scored);
  return ({ customer: id, features }) => {
    const customer = id === undefined ? undefined : find(id);
    if (customer && 'error' in customer) return customer;
    const start = customer && valuesOf(customer.matrixRow);
    if (start && !features) return { values: start, customer, changed: false };
    try {
      return { values: model.withChanges(start, features ?? {}), customer, changed: true };
    } catch (error) {
      if (error instanceof FeatureValueError) return { status: 400, error: error.message };
      throw error;
    }
  };
}

type Tell = (subject: Subject, explanation: Explanation) => Predicted;

/** A writer of predictions: as the table of scores has them, or as they follow from the features set. */
async function teller(context: QueryContext, scored: ScoredCustomers): Promise<Tell> {
  const { playbook } = await context.playbook();
  const outcomeOf = await outcomeReader(scored, context);
  const reasonsOf = reasonReader(scored.model, await reasonContext(scored.model, context));
  return ({ values, customer, changed }, explanation) => {
    const { churnProbability } = explanation;
    const reasons = reasonsOf(explanation, values);
    const reason = summaryOf(reasons);
    if (customer && !changed) {
      return {
        customer_id: customer.shownId,
        churn_probability: customer.churnProbability,
        band: customer.band,
        relative_odds: customer.relativeOdds,
        expected_revenue: customer.expectedRevenue,
        revenue_at_risk: customer.revenueAtRisk,
        reason,
        action: adviceFor(playbook, { ...customer, reasons, language: context.language }).title,
      };
    }
    const outcome = outcomeOf({ values, churnProbability, reasons, valueBefore: customer?.valueIfReturns });
    return {
      customer_id: customer?.shownId ?? null,
      churn_probability: churnProbability,
      band: outcome.band,
      relative_odds: outcome.relativeOdds,
      expected_revenue: outcome.expectedRevenue,
      revenue_at_risk: outcome.revenueAtRisk,
      reason,
      action: outcome.advice.title,
    };
  };
}
