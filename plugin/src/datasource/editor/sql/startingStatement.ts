import { CHURN_KINDS, FORECAST_KINDS, type SqlFormat } from '@contract';
import { LoadingState, type DataFrame, type PanelData } from '@grafana/data';
import { hasVariable } from '../../query/variables';
import type { WarehouseQuery } from '../../types';

/** What SQL mode begins with. */
export interface Start {
  sql: string;
  format: SqlFormat;
}

const EXAMPLE = `SELECT
  $__timeGroup(purchased_at, 1d) AS time,
  sum(payment_value) AS revenue
FROM fct_orders
WHERE $__timeFilter(purchased_at) AND is_purchase
GROUP BY 1
ORDER BY 1`;

const INSTEAD = '-- An example instead, revenue by day:';

const VARIABLES = `-- The builder's variables stand here as their present values.
-- To follow one again, write it in their place: state IN (\${state:sqlstring})
`;

/**
 * The statement with which SQL mode begins for a query of the builder: the one that its answer names, else an example with
 * a comment that says why.
 *
 * @param data the panel's last answer, which may be that of another query
 */
export function startingStatement(query: WarehouseQuery, data: PanelData | undefined): Start {
  const answer = answerTo(query, data);
  const frame = answer?.find(({ meta }) => meta?.custom?.['sql'] !== undefined);
  const sql: unknown = frame?.meta?.custom?.['sql'];
  if (typeof sql === 'string' && sql.trim() !== '') {
    return { sql: `${holdsVariables(query) ? VARIABLES : ''}${sql}`, format: formatOf(frame) };
  }
  return { sql: `${reasonFor(query, answer !== undefined)}\n${EXAMPLE}`, format: 'time_series' };
}

/** The frames that answer the query; undefined while there are none of its own. */
function answerTo({ refId }: WarehouseQuery, data: PanelData | undefined): DataFrame[] | undefined {
  // While a query runs, the panel still shows the answer before.
  if (!data || data.state === LoadingState.Loading) return undefined;
  const frames = data.series.filter((frame) => frame.refId === refId);
  return frames.length > 0 ? frames : undefined;
}

function formatOf(frame: DataFrame | undefined): SqlFormat {
  const type = frame?.meta?.type ?? '';
  if (type.startsWith('timeseries')) return 'time_series';
  return type.startsWith('numeric') ? 'numeric' : 'table';
}

function holdsVariables({ datasource: _, ...query }: WarehouseQuery): boolean {
  return hasVariable(JSON.stringify(query));
}

function reasonFor({ kind }: WarehouseQuery, answered: boolean): string {
  const churn = CHURN_KINDS.some((one) => one === kind);
  if (churn || FORECAST_KINDS.some((one) => one === kind)) {
    const model = churn ? 'churn model' : 'sales forecast';
    return `-- What the builder asked comes from the ${model}, not from SQL.\n${INSTEAD}`;
  }
  const why = answered ? 'its answer does not come from one statement' : 'it has no answer yet';
  return `-- The SQL of the builder's question is not at hand: ${why}.\n${INSTEAD}`;
}
