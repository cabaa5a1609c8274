import { dateMath, type DataQueryRequest, type DateTime } from '@grafana/data';

/**
 * The request with the bounds that go by the clock moved to this moment: a panel that is left open would never show what
 * happens after the end that its range had when it was opened.
 */
export function askedNow<Request extends Pick<DataQueryRequest, 'range' | 'timezone'>>(request: Request): Request {
  const { range, timezone } = request;
  const moved = (raw: DateTime | string, at: DateTime, roundUp: boolean): DateTime =>
    (typeof raw === 'string' ? dateMath.toDateTime(raw, { roundUp, timezone }) : undefined) ?? at;
  const { raw } = range;
  return { ...request, range: { raw, from: moved(raw.from, range.from, false), to: moved(raw.to, range.to, true) } };
}
