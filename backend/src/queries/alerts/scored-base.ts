import { setImmediate } from 'node:timers/promises';
import { readColumn, type RiskBand, type Segment, type Status } from '../../contract';
import { NoScoreError, type ScoredCustomers } from '../../churn/scoring/scored';
import type { ScoredProfile } from '../../events/profile';
import type { Purchase } from '../../events/warnings/returns';
import type { Everyone, ScoredBase } from '../../events/warnings/rescoring/base';
import type { Row } from '../../warehouse/engine';
import { valuesReader } from '../churn/explain-all';
import { reasonContext } from '../churn/reasons';
import type { QueryContext } from '../context';
import { LiveProfile } from '../live/live-profile';

const NOBODY: Everyone = { customerId: [], relativeOdds: [], valueIfReturns: [], revenueAtRisk: [], segment: [] };

/**
 * All customers of the generation that serves, scored by the model that serves, as of the context's day.
 *
 * @param foldedUpTo all events up to this one are in that generation
 * @throws NoScoreError where there is no model
 */
export function scoredBase(context: QueryContext, foldedUpTo: number): ScoredBase {
  const model = context.model();
  if (!model) throw new NoScoreError('No churn model has been trained yet, so nobody can be warned of.');
  return {
    basis: { generation: context.generation.id, model: model.facts.id },
    asOf: context.asOf,
    foldedUpTo,
    everyone: (asOf) =>
      asOf < context.generation.firstDay
        ? Promise.resolve(NOBODY)
        : context.scored(asOf, ({ table }) => everyone(table, context)),
    profiles: (ids) => context.scored(context.asOf, (scored) => profiles(ids, scored, context)),
    purchases: (ids) => purchases(ids, context),
  };
}

const EVERYONE =
  'SELECT customer_id, relative_odds, value_if_returns, revenue_at_risk, segment::VARCHAR AS segment FROM';

async function everyone(table: string, { engine, signal }: QueryContext): Promise<Everyone> {
  const { columns } = await engine.columns(`${EVERYONE} ${table}`, {}, signal);
  const read = async (name: string) => {
    // Between columns of a hundred thousand customers, other work gets its turn.
    await setImmediate();
    return columns.filter((one) => one.name === name).flatMap(readColumn);
  };
  return {
    customerId: (await read('customer_id')).map(String),
    relativeOdds: (await read('relative_odds')).map(Number),
    valueIfReturns: (await read('value_if_returns')).map(Number),
    revenueAtRisk: (await read('revenue_at_risk')).map(Number),
    segment: (await read('segment')).map(String),
  };
}

const PROFILES = `SELECT customer_id, churn_probability, band::VARCHAR AS band, relative_odds, segment::VARCHAR AS segment,
    status::VARCHAR AS status, state, value_if_returns, revenue_at_risk, monetary, last_order::DATE AS last_order,
    matrix_row`;

async function profiles(
  ids: readonly string[],
  scored: ScoredCustomers,
  context: QueryContext,
): Promise<ScoredProfile[]> {
  const sql = `${PROFILES} FROM ${scored.table} WHERE customer_id IN (SELECT unnest($ids::VARCHAR[]))`;
  const rows = await context.engine.rows(sql, { ids }, context.signal);
  const playbook = await context.playbook();
  const wording = { model: scored.model, playbook, context: await reasonContext(scored.model, context) };
  const valuesOf = await valuesReader(scored);
  return rows.map((row) => new LiveProfile(figuresOf(row, context.asOf), valuesOf(Number(row.matrix_row)), wording));
}

function figuresOf(row: Row, asOf: string) {
  return {
    customerId: String(row.customer_id),
    asOf,
    churnProbability: Number(row.churn_probability),
    band: String(row.band) as RiskBand,
    relativeOdds: Number(row.relative_odds),
    segment: String(row.segment) as Segment,
    status: String(row.status) as Status,
    state: String(row.state ?? ''),
    valueIfReturns: Number(row.value_if_returns),
    revenueAtRisk: Number(row.revenue_at_risk),
    monetary: Number(row.monetary),
    lastOrder: String(row.last_order),
  };
}

async function purchases(ids: readonly string[], { engine, signal }: QueryContext): Promise<Purchase[]> {
  if (ids.length === 0) return [];
  const rows = await engine.rows(
    `SELECT DISTINCT customer_id, purchase_day FROM fct_orders JOIN dim_customers USING (customer_key)
    WHERE is_purchase AND customer_id IN (SELECT unnest($ids::VARCHAR[]))`,
    { ids },
    signal,
  );
  return rows.map((row) => ({ customerId: String(row.customer_id), day: String(row.purchase_day) }));
}
