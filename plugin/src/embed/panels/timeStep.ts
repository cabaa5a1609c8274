import { DAY_MS } from '@contract';
import { t } from '../../language/t';
import { currentLocale } from '../../language/current';

const FORMATS: readonly { from: number; format: Intl.DateTimeFormatOptions }[] = [
  { from: 27 * DAY_MS, format: { month: 'long', year: 'numeric' } },
  { from: 6 * DAY_MS, format: { day: 'numeric', month: 'short', year: 'numeric' } },
  { from: 0.9 * DAY_MS, format: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } },
];

/** The shortest distance in ms between neighbours of an ascending list of times; 0 with fewer than two. */
export function smallestStep(times: readonly number[]): number {
  let step = Infinity;
  for (let i = 1; i < times.length; i++) step = Math.min(step, (times[i] ?? 0) - (times[i - 1] ?? 0));
  return Number.isFinite(step) ? step : 0;
}

/**
 * A point's time as its series steps: a month for monthly points, the first day of a week for weekly ones, else the day,
 * with the time of day below one day.
 *
 * @param timeZone IANA name, `utc`, or `browser`
 * @param language BCP 47; the reader's own when absent
 */
export function timeLabel(ms: number, step: number, timeZone: string, language?: string): string {
  const found = FORMATS.find(({ from }) => step >= from);
  const format = found?.format ?? { dateStyle: 'medium', timeStyle: 'short' };
  const text = new Intl.DateTimeFormat(language ?? currentLocale(), { ...format, timeZone: ianaName(timeZone) }).format(
    ms,
  );
  return found === FORMATS[1] ? t('embed.weekOf', 'Week of {{day}}', { day: text }) : text;
}

function ianaName(timeZone: string): string | undefined {
  if (timeZone === 'browser' || timeZone === '') return undefined;
  return timeZone === 'utc' ? 'UTC' : timeZone;
}
