import { addDays } from '../../contract';
import { ForecastError } from '../forecast';
import type { History } from './model';

/**
 * A copy of the values of the history, those below zero as zero.
 *
 * @throws ForecastError when it is shorter than `minDays`, or a value is no number
 */
export function requireHistory({ series }: History, minDays: number, label: string): Float64Array {
  const { values, firstDay } = series;
  if (values.length < minDays)
    throw new ForecastError(
      `The model "${label}" needs at least ${minDays} days of history; there ${values.length === 1 ? 'is' : 'are'} ${values.length}. ` +
        'Take an as-of date further from the first day of trade, or another model.',
    );
  const broken = values.findIndex((value) => !Number.isFinite(value));
  if (broken >= 0)
    throw new ForecastError(
      `The value of ${addDays(firstDay, broken)} is no number (${values[broken]}). Check that day in the warehouse.`,
    );
  return values.map((value) => Math.max(0, value));
}
