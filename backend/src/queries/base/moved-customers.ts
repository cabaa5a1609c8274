import { addDays, DEFAULT_MOVED_DAYS, NOT_YET, type Move, type Moved } from '../../contract';
import type { QueryContext } from '../context';
import type { Condition } from '../filters';
import { fill } from '../template';
import movedCustomersSql from './moved-customers.sql';

/** A table of customers with where they were before: SQL that can stand behind FROM, and what it binds. */
export interface MovedCustomers extends Condition {
  /** The day (`YYYY-MM-DD`) on which they were there. */
  before: string;
}

/** Calls `use` with the customers of a table and, beside each, the segment and the status some days before the as-of date. */
export function withMoved<T>(
  later: string,
  days: number | undefined,
  { asOf, snapshot }: Pick<QueryContext, 'asOf' | 'snapshot'>,
  use: (moved: MovedCustomers) => Promise<T>,
): Promise<T> {
  const before = addDays(asOf, -(days ?? DEFAULT_MOVED_DAYS));
  return snapshot(before, (earlier) =>
    use({
      before,
      sql: `(${fill(movedCustomersSql, { later, earlier }).trim()}) AS moved`,
      parameters: { not_yet: NOT_YET },
    }),
  );
}

/** True where a list of customers is narrowed to those who have moved. */
export const asksForMoves = ({ movedFrom = [], movedTo = [], moved = [] }: Moved): boolean =>
  movedFrom.length + movedTo.length + moved.length > 0;

export const GONE = "status_before = 'active' AND status = 'churned'";
export const BACK = "status_before = 'churned' AND status = 'active'";

/** Customers who began to count as churned, or ceased to, are told by their status; the others by their segments. */
const MOVE_SQL: Record<Move, string> = {
  stayed: "move = 'stayed'",
  up: "move = 'up'",
  down: "move = 'down'",
  new: "move = 'new'",
  gone: GONE,
  back: BACK,
};

/** Customers who have moved as the query says, as conditions on columns of `withMoved`. */
export function movedConditions({ movedFrom = [], movedTo = [], moved = [] }: Moved): Condition[] {
  const among = (column: string, name: string, values: readonly string[]): Condition =>
    values.length === 0
      ? { sql: '', parameters: {} }
      : { sql: `${column} IN (SELECT unnest($${name}::VARCHAR[]))`, parameters: { [name]: [...values] } };
  return [
    among('segment_before', 'moved_from', movedFrom),
    among('segment', 'moved_to', movedTo),
    { sql: moved.length > 0 ? `(${moved.map((one) => `(${MOVE_SQL[one]})`).join(' OR ')})` : '', parameters: {} },
  ];
}
