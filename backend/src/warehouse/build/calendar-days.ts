import type { DuckDBConnection } from '@duckdb/node-api';
import { findRegularTrade } from '../calendar';
import { WarehouseError } from '../errors';
import { queryRows } from './database';

/**
 * Finds the days of regular trade from `stg_calendar` and keeps them in `stg_regular_trade` (one row).
 *
 * @throws WarehouseError `bad_input` when the files hold no purchase at all
 */
export async function createRegularTrade(lane: DuckDBConnection): Promise<void> {
  const days = await queryRows(lane, 'select day, orders from stg_calendar order by day');
  if (days.length === 0) {
    throw new WarehouseError(
      'bad_input',
      'The orders file holds no purchase: no accepted order that is neither canceled nor unavailable.',
      'Check that the files belong together and that orders have a status and a purchase date.',
    );
  }
  const { first, last } = findRegularTrade(days.map((day) => Number(day['orders'])));
  await lane.run(
    `CREATE TABLE stg_regular_trade AS SELECT DATE '${String(days[first]!['day'])}' AS first_day,
     DATE '${String(days[last]!['day'])}' AS last_day`,
  );
}
