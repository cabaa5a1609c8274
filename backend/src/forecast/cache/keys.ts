import { createHash } from 'node:crypto';
import type { DailySeries } from '../series';
import type { PastTask } from '../single/past';
import type { PathTask, SeriesTask } from '../single/task';

/** What a series holds, in a few letters. */
export function seriesKey({ firstDay, values }: DailySeries): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return createHash('sha256').update(firstDay).update(bytes).digest('base64url');
}

/** Equal for equal tasks. @param series of the task's series, as computing it takes longest */
export function taskKey(
  { name, grain, horizonDays, level, model, country, effort }: SeriesTask,
  series: string,
): string {
  return JSON.stringify([series, name, grain, horizonDays, level, model, country, effort]);
}

/** Equal for equal paths. */
export function pathKey({ model, origin, days, country }: PathTask, series: string): string {
  return JSON.stringify([series, model, origin, days, country]);
}

/** Equal for equal pasts. */
export function pastKey({ grain, level, country }: PastTask, series: string): string {
  return JSON.stringify([series, grain, level, country]);
}
