import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import {
  DEFAULT_SETTINGS,
  readColumn,
  startOf,
  type CellValue,
  type Frame,
  type ResolvedSettings,
  type TimeRange,
} from '../../contract';
import { openWarehouse, type Warehouse } from '../../warehouse';
import { builtSample, type BuiltShop } from '../../warehouse/testing/built-once';
import type { Forecaster } from '../../forecast/forecast';
import { Answerer } from '../answer';
import type { Answer } from '../question';
import type { RowToPredict } from '../churn';
import type { Scorer } from '../churn/scorer';

/** A built warehouse for tests, beside a database that reads the very same CSV files on its own. */
export interface Shop {
  warehouse: Warehouse;
  ask(model: object, options?: AskOptions): Promise<Answer>;
  predict(rows: readonly RowToPredict[], options?: AskOptions): Promise<Answer>;
  /** Rows of SQL over the CSV files (views named as the files, all columns text), without any of our code between. */
  csv(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export interface AskOptions {
  from?: string;
  /** The last day of the range. */
  to?: string;
  /** For predictions: the day as of which customers are judged, when it is not the last day of the range. */
  asOf?: string;
  fullIds?: boolean;
  trusted?: boolean;
  user?: string;
  intervalMs?: number;
  maxDataPoints?: number;
  settings?: Partial<ResolvedSettings>;
  signal?: AbortSignal;
  /** Absent: no model serves. */
  scorer?: Scorer;
  /** Absent: nothing is forecast. */
  forecaster?: Forecaster;
}

export const sampleShop = async (): Promise<Shop> => openShop(await builtSample());

export async function openShop({ data, out }: BuiltShop): Promise<Shop> {
  const warehouse = await openWarehouse(out);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await readFiles(connection, data);
  const answererFor = ({ settings, scorer, forecaster }: AskOptions): Answerer => {
    const onFault = (_: string, error: unknown): never => {
      throw error;
    };
    return new Answerer(warehouse, { ...DEFAULT_SETTINGS, ...settings }, onFault, scorer, forecaster);
  };
  return {
    warehouse,
    ask: (model, options = {}) => {
      const { fullIds = true, maxDataPoints = 1_000, trusted, user, intervalMs, signal } = options;
      const question = { model, range: rangeOf(options), maxDataPoints, intervalMs, fullIds, trusted, user };
      return answererFor(options).answer(question, signal);
    },
    predict: (rows, options = {}) => {
      const { asOf, fullIds = true } = options;
      return answererFor(options).predict({ rows, range: rangeOf(options), asOf, fullIds }, options.signal);
    },
    csv: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await warehouse.close();
    },
  };
}

const rangeOf = ({ from = '2016-01-01', to = '2018-12-31' }: AskOptions): TimeRange => ({
  from: startOf(from),
  to: startOf(to) + 86_399_999,
});

const FILES = ['orders', 'customers', 'order_items', 'order_payments', 'order_reviews', 'products'] as const;

async function readFiles(connection: DuckDBConnection, data: string): Promise<void> {
  for (const name of FILES) {
    const path = ['csv', 'csv.gz']
      .map((end) => join(data, `olist_${name}_dataset.${end}`))
      .find((one) => existsSync(one));
    if (path)
      await connection.run(
        `CREATE VIEW ${name} AS SELECT * FROM read_csv('${path}', all_varchar = true, header = true)`,
      );
  }
}

/** The rows of a frame as objects, for comparing. */
export function rowsOf(frame: Frame | undefined): Record<string, CellValue>[] {
  if (!frame) return [];
  const columns = frame.fields.map(({ column }) => [column.name, readColumn(column)] as const);
  const length = frame.fields[0]?.column.length ?? 0;
  return Array.from({ length }, (_, i) => Object.fromEntries(columns.map(([name, cells]) => [name, cells[i] ?? null])));
}
