import { rangeUtil, type TimeRange } from '@grafana/data';
import { quickSpans, wholeDays, type DataDays, type NamedSpan } from './dataRange';

/** The quick ranges, and the range under the name that one of them gives it. */
export function named(range: TimeRange, timeZone: string, days: DataDays | undefined): { spans: NamedSpan[]; value: TimeRange } {
  const quick = days ? quickSpans(days) : [];
  const same = (span: NamedSpan) => span.from === range.from.valueOf() && span.to === range.to.valueOf();
  const own = timeZone === 'utc' && !quick.some(same) ? wholeDays(range) : undefined;
  const spans = own ? [...quick, own] : quick;
  const option = spans.find(same)?.option;
  return { spans, value: option ? { ...range, raw: { from: option.from, to: option.to } } : range };
}

/** The range in words, as the picker has it. */
export function rangeText(range: TimeRange, timeZone: string, days: DataDays | undefined): string {
  const { spans, value } = named(range, timeZone, days);
  return rangeUtil.describeTimeRange(value.raw, timeZone, spans.map(({ option }) => option));
}
