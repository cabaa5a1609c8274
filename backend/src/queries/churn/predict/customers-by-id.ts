import { countWhere, readColumn, type CellValue, type RiskBand, type Segment, type Status } from '../../../contract';
import type { ScoredCustomers } from '../../../churn/scoring/scored';
import type { SqlParameters } from '../../../warehouse/engine';
import type { QueryContext } from '../../context';
import { searchText, shownId } from '../../customer-ids';
import { where } from '../../filters';
import { fill } from '../../template';
import { longDay } from '../../wording';
import type { RowProblem } from './row-to-predict';
import customersByIdSql from './sql/customers-by-id.sql';

/** A scored customer as it stands in the table of scores. */
export interface KnownCustomer {
  shownId: string;
  segment: Segment;
  status: Status;
  band: RiskBand;
  churnProbability: number;
  relativeOdds: number;
  valueIfReturns: number;
  expectedRevenue: number;
  revenueAtRisk: number;
  matrixRow: number;
}

/** Up to so many ids are searched for by the database; for more it is faster to read all customers and search here. */
const FEW = 50;
const IS_WANTED =
  'EXISTS (SELECT 1 FROM unnest($wanted::VARCHAR[]) AS wanted (id) WHERE starts_with(customer_id, wanted.id))';

/**
 * A finder of customers by their id, or by a beginning that only one of them has. Who sees shortened ids finds by as much
 * of an id as they see. It returns what is wrong with an id that names no one customer.
 *
 * @param ids all that will be looked for
 */
export async function customersById(
  ids: readonly string[],
  { table }: ScoredCustomers,
  context: QueryContext,
): Promise<(id: string) => KnownCustomer | RowProblem> {
  const keyOf = (id: string): string => searchText(id, context.fullIds);
  const wanted = [...new Set(ids.map(keyOf))].filter((key) => key !== '');
  if (wanted.length === 0) return (id) => nobody(id, context);
  const few = wanted.length <= FEW;
  const parameters: SqlParameters = few ? { wanted } : {};
  const condition = few ? IS_WANTED : '';
  const sql = fill(customersByIdSql, {
    shown: shownId('customer_id', context.fullIds),
    customers: table,
    where: where(condition),
  });
  const { columns } = await context.engine.columns(sql, parameters, context.signal);
  const read = (name: string): CellValue[] => {
    const column = columns.find((one) => one.name === name);
    return column ? readColumn(column) : [];
  };
  const keys = read('customer_id').map(String);
  const customerAt = reader(read);
  return (id) => {
    const key = keyOf(id);
    const at = countWhere(keys, (one) => one < key);
    const begins = (place: number): boolean => key !== '' && (keys[place]?.startsWith(key) ?? false);
    if (!begins(at)) return nobody(id, context);
    // A whole id names its customer even when a longer one begins with it.
    const whole = context.fullIds && keys[at] === key;
    if (begins(at + 1) && !whole) return { status: 404, error: `Several customers begin with ${JSON.stringify(key)}.` };
    return customerAt(at);
  };
}

const nobody = (id: string, { asOf }: QueryContext): RowProblem => ({
  status: 404,
  error: `There is no customer ${JSON.stringify(id.slice(0, 64))} with a purchase up to ${longDay(asOf)}.`,
});

function reader(read: (name: string) => CellValue[]): (at: number) => KnownCustomer {
  const [ids, segments, statuses, bands] = ['shown_id', 'segment', 'status', 'band'].map(read);
  const [churn, odds, value] = ['churn_probability', 'relative_odds', 'value_if_returns'].map(read);
  const [expected, atRisk, rows] = ['expected_revenue', 'revenue_at_risk', 'matrix_row'].map(read);
  return (at) => ({
    shownId: String(ids?.[at]),
    segment: segments?.[at] as Segment,
    status: statuses?.[at] as Status,
    band: bands?.[at] as RiskBand,
    churnProbability: Number(churn?.[at]),
    relativeOdds: Number(odds?.[at]),
    valueIfReturns: Number(value?.[at]),
    expectedRevenue: Number(expected?.[at]),
    revenueAtRisk: Number(atRisk?.[at]),
    matrixRow: Number(rows?.[at]),
  });
}
