import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { DAY_MS, ORDER_STATUSES, startOf } from '../../contract';
import { literal } from '../../warehouse/duckdb/sql';
import { checkHeader, readFirstLine } from '../../warehouse/load/header';
import { findInputs } from '../../warehouse/load/inputs';
import { rawViewSql } from '../../warehouse/load/raw';
import { SOURCES, SOURCE_TABLES } from '../../warehouse/load/sources';
import shopEvents from './sql/shop-events.sql';

export interface Period {
  /** Folder with the shop's CSV files. */
  data: string;
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
}

/** These say by null that a time is not known; other fields that are not known are left out. */
const MAY_BE_NULL = new Set(['approved_at', 'delivered_at', 'carrier_at']);

/**
 * What happened in a period according to a shop's files, as events, in their order. The same files give the same events
 * with the same ids, so that sending them once more changes nothing.
 *
 * @throws WarehouseError when the files are no good
 */
export async function* readShopEvents(period: Period): AsyncGenerator<object> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    await readFiles(connection, period.data);
    const result = await connection.stream(sqlOf(period));
    for await (const rows of result.yieldRows()) {
      for (const [event] of rows) yield JSON.parse(String(event), withoutUnknown) as object;
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function readFiles(connection: DuckDBConnection, data: string): Promise<void> {
  const inputs = await findInputs(data);
  for (const table of SOURCE_TABLES) {
    const file = inputs[table];
    const header = file && checkHeader(file.name, file.source, (await readFirstLine(file)) ?? '');
    await connection.run(rawViewSql(SOURCES[table], file && header && { file, header }));
  }
}

function sqlOf({ from, to }: Period): string {
  const end = new Date(startOf(to) + DAY_MS).toISOString().slice(0, 10);
  return shopEvents
    .replace(/^--.*$/gm, '')
    .replaceAll('{statuses}', `[${ORDER_STATUSES.map(literal).join(', ')}]`)
    .replaceAll('{time}', '%Y-%m-%dT%H:%M:%S.%gZ')
    .replaceAll('{from}', `timestamp ${literal(from)}`)
    .replaceAll('{to}', `timestamp ${literal(end)}`);
}

function withoutUnknown(name: string, value: unknown): unknown {
  return value === null && !MAY_BE_NULL.has(name) ? undefined : value;
}
