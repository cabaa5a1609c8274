import { addDays, isDay, isNull, type Column, type ColumnSet } from '../../contract';
import type { Engine } from '../../warehouse/engine';
import { EVENT_FEATURES, ORDER_FEATURES } from './feature-specs';
import { FEATURES_SQL, type FeatureStatements } from './features-sql';
import type { FeatureMatrix, LabelledMatrix } from './matrix';
import labelsSql from './sql/labels.sql';

export interface ReadOptions {
  /** Keys of the features, in the order of the columns; absent: all that orders tell. */
  features?: readonly string[];
  signal?: AbortSignal;
}

/**
 * The features of every customer with a purchase up to the end of the day `cut`, by customer key; nothing that happened
 * later has any part in them. No customers, no rows.
 *
 * @throws RangeError when `cut` is no day
 */
export function readFeatures(engine: Engine, cut: string, options?: ReadOptions): Promise<FeatureMatrix> {
  return readFeaturesBy(FEATURES_SQL, engine, cut, options);
}

/**
 * The same by other statements of the same columns: see FEATURES_OF_SOME_SQL.
 *
 * @throws RangeError when `cut` is no day
 */
export async function readFeaturesBy(
  sql: FeatureStatements,
  engine: Pick<Engine, 'columns'>,
  cut: string,
  { features = ORDER_FEATURES, signal }: ReadOptions = {},
): Promise<FeatureMatrix> {
  checkDay(cut);
  const ofEvents = features.some((key) => EVENT_FEATURES.includes(key));
  const found = await engine.columns(ofEvents ? sql.withEvents : sql.orders, { cut }, signal);
  return {
    cut,
    names: features,
    length: found.length,
    customerKeys: Int32Array.from(numbersOf(found, 'customer_key')),
    columns: features.map((key) => numbersOf(found, key)),
  };
}

/**
 * The same with who purchased in the `horizonDays` days after `cut`. Whether these days are all in the data is for the
 * caller to see to: days after its end look like days without purchases.
 *
 * @throws RangeError when `cut` is no day or `horizonDays` not a whole number of at least 1
 */
export async function readLabelled(
  engine: Engine,
  cut: string,
  horizonDays: number,
  options: ReadOptions = {},
): Promise<LabelledMatrix> {
  checkDay(cut);
  checkHorizon(cut, horizonDays);
  const features = await readFeatures(engine, cut, options);
  const labels = await engine.columns(labelsSql, { cut, horizon: horizonDays }, options.signal);
  if (!sameKeys(features.customerKeys, numbersOf(labels, 'customer_key')))
    throw new Error(`The customers of features and labels at ${cut} differ.`);
  return { ...features, horizonDays, returned: Uint8Array.from(numbersOf(labels, 'returned')) };
}

function checkDay(cut: string): void {
  if (!isDay(cut)) throw new RangeError(`The cut must be a day such as 2018-03-01, not "${cut}".`);
}

function checkHorizon(cut: string, horizonDays: number): void {
  const fits = Number.isInteger(horizonDays) && horizonDays >= 1 && horizonDays <= 3_650;
  if (!fits || !isDay(addDays(cut, horizonDays)))
    throw new RangeError(`The horizon must be a whole number of days from 1 to 3650, not ${horizonDays}.`);
}

/** A column as numbers, NaN where it has no value. */
function numbersOf({ columns }: ColumnSet, name: string): Float64Array {
  const column = columns.find((one) => one.name === name);
  if (!column) throw new Error(`The warehouse returned no column "${name}".`);
  const { values } = column;
  const bigger = values instanceof BigInt64Array || values instanceof BigUint64Array;
  // The constructor copies a typed array at once, where `from` would walk through an iterator.
  const numbers = bigger ? Float64Array.from(values, Number) : new Float64Array(values);
  if (column.nullCount > 0) blankNulls(numbers, column);
  return numbers;
}

function blankNulls(numbers: Float64Array, column: Column): void {
  for (let row = 0; row < numbers.length; row++) if (isNull(column, row)) numbers[row] = Number.NaN;
}

function sameKeys(one: Int32Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((key, row) => key === other[row]);
}
