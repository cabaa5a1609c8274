import { addDays, DAY_MS, startOf } from '../../../contract';
import type { DailySeries } from '../../series';

export const FIRST_DAY = '2017-01-02';

/** What each weekday, from Monday, sells of an average day. */
export const WEEKDAYS = [1.3, 1.2, 1.1, 1, 0.9, 0.6, 0.9];

/** A series of so many days from a Monday, each as `value` says of its index. */
export function planted(days: number, value: (day: number) => number): DailySeries {
  return { firstDay: FIRST_DAY, values: Float64Array.from({ length: days }, (_, day) => value(day)) };
}

/** A level times the weekday's share. */
export function weekly(day: number, level = 1000): number {
  return level * WEEKDAYS[day % 7]!;
}

/** From -1 to 1, always the same for the same day, without a pattern (a linear congruence). */
export function noise(day: number): number {
  return ((((day + 1) * 48_271) % 2_147) / 2_147) * 2 - 1;
}

/** How many days after the first one `day` lies. */
export function indexOf(day: string): number {
  return (startOf(day) - startOf(FIRST_DAY)) / DAY_MS;
}

/** The day `index` days after the first. */
export function dayAt(index: number): string {
  return addDays(FIRST_DAY, index);
}
