import { dateTime, rangeUtil, type DateTime, type TimeOption, type TimeRange } from '@grafana/data';
import { quickSpans, wholeDays, type DataDays, type NamedSpan } from './dataRange';

/** The quick ranges for the picker, among them the present range if it has a name. */
export function quickOptions(range: TimeRange, timeZone: string, days: DataDays | undefined): TimeOption[] {
  const quick = days ? quickSpans(days) : [];
  const own = timeZone === 'utc' && !quick.some((span) => isSame(span, range)) ? wholeDays(range) : undefined;
  return [...quick, ...(own ? [own] : [])].map((span) =>
    isSame(span, range)
      ? option(span.name, range.from, range.to)
      : option(span.name, dateTime(span.from), dateTime(span.to)),
  );
}

/** The range in words, as the picker has it. */
export function rangeText(range: TimeRange, timeZone: string, days: DataDays | undefined): string {
  return rangeUtil.describeTimeRange(range.raw, timeZone, quickOptions(range, timeZone, days));
}

function isSame(span: NamedSpan, { from, to }: TimeRange): boolean {
  return span.from === from.valueOf() && span.to === to.valueOf();
}

/**
 * An option of the picker with fixed moments. Grafana declares bounds as texts, for arithmetic on now; it takes moments as
 * well, and knows the present range by their identity.
 */
function option(display: string, from: DateTime, to: DateTime): TimeOption {
  return Object.assign({ display, from: '', to: '' }, { from, to });
}
