import { isDay } from '../../contract';
import type { Engine } from '../../warehouse/engine';
import outcomesSql from './outcomes.sql';

/** What the customers who returned within the horizon did in it, by customer key. */
export interface ReturnOutcomes {
  customerKeys: Int32Array;
  /** Different days with a purchase. */
  purchaseDays: Float64Array;
  /** What they paid. */
  revenue: Float64Array;
}

/**
 * What happened in the `horizonDays` days after the day `cut`. Whether the data holds all of them is for the caller to
 * see to.
 *
 * @throws RangeError when `cut` is no day or `horizonDays` not a whole number from 1 to 3650
 */
export async function readOutcomes(
  engine: Engine,
  cut: string,
  horizonDays: number,
  signal?: AbortSignal,
): Promise<ReturnOutcomes> {
  if (!isDay(cut)) throw new RangeError(`The cut must be a day such as 2018-03-01, not "${cut}".`);
  if (!(Number.isInteger(horizonDays) && horizonDays >= 1 && horizonDays <= 3_650))
    throw new RangeError(`The horizon must be a whole number of days from 1 to 3650, not ${horizonDays}.`);
  const { columns } = await engine.columns(outcomesSql, { cut, horizon: horizonDays }, signal);
  const numbers = (name: string): Float64Array =>
    Float64Array.from(columns.find((column) => column.name === name)?.values ?? [], Number);
  return {
    customerKeys: Int32Array.from(numbers('customer_key')),
    purchaseDays: numbers('purchase_days'),
    revenue: numbers('revenue'),
  };
}
