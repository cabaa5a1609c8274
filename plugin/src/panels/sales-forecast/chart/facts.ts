import { DAY_MS } from '@contract';
import type { Fact, Facts } from '../../../components/picture/facts';
import { t } from '../../../language/t';
import { relativeChange } from '../frame/summary';
import { formatShare } from '../../../format/numbers';
import type { ForecastModel, ForecastPoint, Grain, Holiday, Range } from '../data/model';
import { bucketText } from '../data/timeText';
import type { ValueFormat } from '../data/valueFormat';

/** What a point says when it is pointed at. */
export function factsOf(point: ForecastPoint, model: ForecastModel): Facts {
  const { format, level, grain } = model;
  return {
    title: bucketText(point.time, grain),
    text: noteOf(point, model) || undefined,
    facts: [
      ...(point.future ? [] : [{ name: t('forecast.actual', 'Actual'), value: format.exact(point.actual) }]),
      {
        name: point.future ? t('forecast.expected', 'Expected') : t('forecast.wasExpected', 'Was expected'),
        value: format.exact(point.expected),
      },
      ...rangeFacts(levelName(level), point.inner, format),
      ...rangeFacts(t('forecast.outerRange', '95% range'), point.outer, format),
      ...differenceFacts(point),
    ],
  };
}

/** `80% range`; the inner range's name where its level is not known. */
export function levelName(level: number | null): string {
  return level === null
    ? t('forecast.innerRange', 'Inner range')
    : t('forecast.levelRange', '{{level}}% range', { level: Number(level.toFixed(1)) });
}

/** A range in words: `R$ 1.00 to R$ 2.00`. */
export function rangeText(range: Range | null, format: ValueFormat): string {
  return range
    ? t('forecast.fromTo', '{{from}} to {{to}}', { from: format.exact(range.lower), to: format.exact(range.upper) })
    : '–';
}

function rangeFacts(name: string, range: Range | null, format: ValueFormat): Fact[] {
  return range ? [{ name, value: rangeText(range, format) }] : [];
}

function differenceFacts({ actual, expected }: ForecastPoint): Fact[] {
  const change = actual === null ? null : relativeChange(actual, expected);
  if (change === null) return [];
  return [
    {
      name: t('forecast.difference', 'Difference'),
      value: `${change < 0 ? '−' : '+'}${formatShare(Math.abs(change))}`,
    },
  ];
}

/** What is special about a point: that it is unusual, and the holidays in it. */
export function noteOf(point: ForecastPoint, { grain, holidays }: ForecastModel): string {
  const names = holidaysIn(point.time, grain, holidays).map(({ name }) => name || t('forecast.holiday', 'Holiday'));
  return [...(point.anomalous ? [unusualText(point)] : []), ...new Set(names)].join(' · ');
}

function unusualText({ actual, expected }: ForecastPoint): string {
  if (actual === null || expected === null) return t('forecast.unusual', 'Unusual');
  return actual > expected
    ? t('forecast.unusuallyHigh', 'Unusually high')
    : t('forecast.unusuallyLow', 'Unusually low');
}

function holidaysIn(time: number, grain: Grain, holidays: readonly Holiday[]): Holiday[] {
  const end = endOf(time, grain);
  return holidays.filter((holiday) => holiday.time >= time && holiday.time < end);
}

/** The first moment after a bucket. */
export function endOf(time: number, grain: Grain): number {
  if (grain !== 'month') return time + (grain === 'week' ? 7 : 1) * DAY_MS;
  const start = new Date(time);
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1);
}
