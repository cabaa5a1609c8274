import type { DuckDBConnection } from '@duckdb/node-api';
import type { GenerationSummary, Totals } from '../../contract';
import type { Row } from '../engine';
import { WarehouseError } from '../errors';
import type { FileReport } from '../report';
import { queryRows } from './database';

/** What `warehouse_info` and the file reports say of a generation. */
export async function summarise(lane: DuckDBConnection, files: readonly FileReport[]): Promise<GenerationSummary> {
  const [info] = await queryRows(lane, 'select * from generation.main.warehouse_info');
  if (info === undefined) throw new WarehouseError('internal', 'warehouse_info is empty.', 'Please report this.');
  return {
    id: String(info['generation']),
    builtAt: String(info['built_at']),
    sample: info['sample'] === true,
    source: String(info['source']),
    firstDay: String(info['first_day']),
    lastDay: String(info['last_day']),
    regularFirstDay: String(info['regular_first_day']),
    regularLastDay: String(info['regular_last_day']),
    all: totals(info, 'all_orders', 'all_customers', 'all_payments'),
    purchases: totals(info, 'purchases', 'purchase_customers', 'purchase_payments'),
    rowsRead: files.reduce((sum, file) => sum + file.rowsRead, 0),
    rowsRejected: files.reduce((sum, file) => sum + file.rowsRejected, 0),
  };
}

function totals(info: Row, orders: string, customers: string, payments: string): Totals {
  return { orders: Number(info[orders]), customers: Number(info[customers]), payments: Number(info[payments]) };
}
