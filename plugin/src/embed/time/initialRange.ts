import type { TimeRange } from '@grafana/data';
import { t } from '../../language/t';
import { dataSpan, toTimeRange, type DataDays } from './dataRange';

interface Bounds {
  from: string;
  to: string;
}

/**
 * The time range to show: the address's own; else the dashboard's, if there is data in it; else all of the data.
 *
 * @param days what the data covers; undefined while nobody knows
 */
export function initialRange(
  address: Partial<Bounds>,
  dashboard: Bounds,
  days: DataDays | undefined,
  timeZone: string,
): TimeRange {
  const asked = address.from !== undefined || address.to !== undefined;
  const range = toTimeRange(address.from ?? dashboard.from, address.to ?? dashboard.to, timeZone);
  if (asked && range) return range;
  const own = toTimeRange(dashboard.from, dashboard.to, timeZone);
  if (own && (!days || overlaps(own, days))) return own;
  const fallback = days ? dataSpan(days) : { from: 0, to: Date.now() };
  const all = toTimeRange(String(fallback.from), String(fallback.to), timeZone);
  if (!all) throw new Error(t('embed.errors.days', 'The days that the data covers cannot be read: see /api/status.'));
  return all;
}

function overlaps(range: TimeRange, days: DataDays): boolean {
  const span = dataSpan(days);
  return range.from.valueOf() < span.to && range.to.valueOf() > span.from;
}
