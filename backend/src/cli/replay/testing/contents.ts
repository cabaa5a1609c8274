import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { EVENT_FEATURES, FEATURE_SPECS } from '../../../churn/features/feature-specs';
import type { FeatureMatrix } from '../../../churn/features/matrix';
import { readFeatures } from '../../../churn/features/read-features';
import { baseRateOf } from '../../../churn/model/churn-model';
import { withDerived } from '../../../churn/model/derived-features';
import { smallModel } from '../../../churn/model/testing/small-model';
import { scoreCustomers } from '../../../churn/scoring/score-customers';
import { DEFAULT_SETTINGS } from '../../../contract';
import { Snapshots } from '../../../segments/snapshot';
import { openWarehouse } from '../../../warehouse';
import type { Engine } from '../../../warehouse/engine';

/** All that a generation says of the shop, but for what the files alone know. */
export const MARTS = [
  'dim_customers',
  'dim_days',
  'dim_products',
  'dim_sellers',
  'fct_customer_events',
  'fct_orders',
  'fct_order_items',
  'fct_order_payments',
  'fct_order_reviews',
  'fct_sales',
];

/** The file of the last generation in a warehouse folder. */
async function generationIn(out: string): Promise<string> {
  const folder = join(out, 'generations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.duckdb')).sort();
  return join(folder, names.at(-1)!);
}

/** Rows of each mart that one of two generations has more often than the other. */
export async function differences(one: string, other: string): Promise<Record<string, number>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`ATTACH '${await generationIn(one)}' AS a (READ_ONLY)`);
  await connection.run(`ATTACH '${await generationIn(other)}' AS b (READ_ONLY)`);
  const found: Record<string, number> = {};
  for (const mart of MARTS) {
    const more = (x: string, y: string) => `(FROM ${x}.main.${mart} EXCEPT ALL FROM ${y}.main.${mart})`;
    const result = await connection.runAndReadAll(
      `SELECT (SELECT count(*) FROM ${more('a', 'b')}) + (SELECT count(*) FROM ${more('b', 'a')})`,
    );
    found[mart] = Number(result.getRows()[0]![0]);
  }
  connection.closeSync();
  instance.closeSync();
  return found;
}

/** What is known of the customers at the end of a day, as digests: of each feature, of all profiles, of some scores. */
export interface Known {
  customers: number;
  features: Record<string, string>;
  profiles: string;
  scores: string;
}

/** Of orders, and of what customers do besides ordering. */
const FEATURES = FEATURE_SPECS.map(({ key }) => key);

/** The score of every so many-th customer is looked at: all of them take ten times as long as everything else. */
const SCORED_OF = 16;

/** Reads it from the last generation in a warehouse folder; the scores are those of a small model. */
export async function knownIn(out: string, day: string): Promise<Known> {
  const warehouse = await openWarehouse(out);
  try {
    return await warehouse.use(async (engine) => {
      const matrix = await readFeatures(engine, day, { features: FEATURES });
      const { names, columns, length } = matrix;
      const features = Object.fromEntries(names.map((name, i) => [name, digest(columns[i]!)]));
      return { customers: length, features, profiles: await profilesIn(engine, day), scores: await scoresOf(matrix) };
    });
  } finally {
    await warehouse.close();
  }
}

const digest = (values: Float64Array | string): string => createHash('sha256').update(values).digest('hex');

/** All that a profile says of each customer, but for the keys that a generation numbers them by. */
function profilesIn(engine: Engine, asOf: string): Promise<string> {
  return new Snapshots(engine).with({ asOf, settings: DEFAULT_SETTINGS }, async (table) => {
    const profiles = `SELECT * EXCLUDE (customer_key) FROM ${table}`;
    const [row] = await engine.rows(`SELECT bit_xor(hash(profiles))::VARCHAR AS digest FROM (${profiles}) AS profiles`);
    return String(row?.digest);
  });
}

async function scoresOf(matrix: FeatureMatrix): Promise<string> {
  const model = await smallModel({}, EVENT_FEATURES);
  const isChosen = (_: number, row: number): boolean => row % SCORED_OF === 0;
  const customerKeys = Int32Array.from(matrix.customerKeys.filter(isChosen));
  const columns = matrix.columns.map((column) => Float64Array.from(column.filter(isChosen)));
  const some = { ...matrix, customerKeys, columns, length: customerKeys.length };
  const derived = withDerived(some, model.rhythm, model.facts.horizonDays);
  const scores = await scoreCustomers(model, derived, baseRateOf(model), DEFAULT_SETTINGS.riskBands);
  return digest(JSON.stringify(Object.entries(scores).map(([name, values]) => [name, [...values]])));
}
