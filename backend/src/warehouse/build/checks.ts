import type { DuckDBConnection } from '@duckdb/node-api';
import { WarehouseError } from '../errors';
import { CHECKS } from '../checks';
import { queryRows } from './database';

/**
 * Runs the tests declared beside the marts.
 *
 * @returns their names
 * @throws WarehouseError `internal` naming the test that failed and some of the rows that failed it
 */
export async function runChecks(lanes: readonly DuckDBConnection[]): Promise<string[]> {
  const waiting = [...CHECKS];
  const work = async (lane: DuckDBConnection) => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const rows = await queryRows(lane, `select * from (${check.sql}) limit 3`);
      if (rows.length === 0) continue;
      throw new WarehouseError(
        'internal',
        `The new tables fail the test "${check.name}", e.g. ${JSON.stringify(rows[0])}.`,
        'The last good generation keeps serving. Please report this with the message above.',
      );
    }
  };
  await Promise.all(lanes.map(work));
  return CHECKS.map((check) => check.name);
}
