import type { DuckDBConnection } from '@duckdb/node-api';
import type { Check } from '../checks';
import { WarehouseError } from '../errors';
import { queryRows } from './database';

/**
 * Runs one of the tests declared beside the marts.
 *
 * @throws WarehouseError `internal` naming the test and a row that fails it
 */
export async function runCheck(lane: DuckDBConnection, check: Check): Promise<void> {
  const [row] = await queryRows(lane, `select * from (${check.sql}) limit 1`);
  if (row === undefined) return;
  throw new WarehouseError(
    'internal',
    `The new tables fail the test "${check.name}", e.g. ${JSON.stringify(row)}.`,
    'The last good generation keeps serving. Please report this with the message above.',
  );
}
