import { isDay } from '../../contract';
import type { Engine, Row } from '../../warehouse/engine';
import reorderTimesSql from './reorder-times.sql';

/** How long customers took to come back after their first, second, or third and later day with a purchase. */
export interface ReorderTimes {
  /** 1, 2, or 3 for the third and all later ones. */
  number: number;
  /** How often it was reached. */
  occasions: number;
  /** After how many of these the customer came back on a later day. */
  cameBack: number;
  /** Days until then; NaN when nobody came back. */
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
}

/**
 * Reorder times as known at the end of the day `asOf`; empty when there is no purchase by then.
 *
 * @throws RangeError when `asOf` is no day
 */
export async function readReorderTimes(
  engine: Pick<Engine, 'rows'>,
  asOf: string,
  signal?: AbortSignal,
): Promise<ReorderTimes[]> {
  if (!isDay(asOf)) throw new RangeError(`The as-of date must be a day such as 2018-03-01, not "${asOf}".`);
  const rows = await engine.rows(reorderTimesSql, { cut: asOf }, signal);
  return rows.map((row) => ({
    number: numberOf(row, 'number'),
    occasions: numberOf(row, 'occasions'),
    cameBack: numberOf(row, 'came_back'),
    lowerQuartile: numberOf(row, 'lower_quartile'),
    median: numberOf(row, 'median'),
    upperQuartile: numberOf(row, 'upper_quartile'),
  }));
}

function numberOf(row: Row, name: string): number {
  const value = row[name];
  return typeof value === 'number' ? value : Number.NaN;
}
