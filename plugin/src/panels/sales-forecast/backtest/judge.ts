import { formatCount, formatShare } from '../../../format/numbers';
import { formatDay } from '../../../format/dates';
import { t } from '../../../language/t';
import { relativeChange } from '../frame/summary';
import type { BacktestModel, BacktestSeries, PastForecast } from '../data/readBacktest';
import { grains } from '../data/timeText';

/** How good forecasts of one origin were, over what has happened since. */
export interface Judgement {
  expected: number;
  actual: number;
  /** Buckets that have both a forecast and an actual. */
  buckets: number;
  /** Of those with a range, how many the actual lies inside. */
  inside: number;
  ranged: number;
}

/** Sums up the forecasts of one origin, one or more series; undefined where nothing of it has happened yet. */
export function judge(forecasts: readonly PastForecast[]): Judgement | undefined {
  const judged: Judgement = { expected: 0, actual: 0, buckets: 0, inside: 0, ranged: 0 };
  for (const { actual, expected, range } of forecasts.flatMap(({ points }) => points)) {
    if (actual === null) continue;
    judged.expected += expected;
    judged.actual += actual;
    judged.buckets += 1;
    if (!range) continue;
    judged.ranged += 1;
    judged.inside += Number(actual >= range.lower && actual <= range.upper);
  }
  return judged.buckets > 0 ? judged : undefined;
}

/** The forecasts of one origin among several series. */
export function forecastsOf(series: readonly BacktestSeries[], origin: string): PastForecast[] {
  return series.flatMap(({ forecasts }) => forecasts.filter((one) => one.origin === origin));
}

/** How a past forecast came out, in a sentence. */
export function judgementText(
  origin: string,
  forecasts: readonly PastForecast[],
  { format, grain }: Pick<BacktestModel, 'format' | 'grain'>,
): string {
  const judged = judge(forecasts);
  if (!judged)
    return t('forecast.nothingYet', 'Nothing has happened yet of what was forecast after {{day}}.', {
      day: formatDay(origin),
    });
  return `${[
    t('forecast.judged', 'After {{day}}, {{expected}} was forecast and {{actual}} came', {
      day: formatDay(origin),
      expected: format.short(judged.expected),
      actual: format.short(judged.actual),
    }),
    ...errorText(judged),
    ...insideText(judged, forecasts.length > 1 ? t('forecast.values', 'values') : grains(grain)),
  ].join('; ')}.`;
}

function errorText({ expected, actual }: Judgement): string[] {
  const error = relativeChange(expected, actual);
  if (error === null) return [];
  if (Math.abs(error) < 0.0005) return [t('forecast.exact', 'just right in total')];
  return [missText(error)];
}

function insideText({ inside, ranged }: Judgement, what: string): string[] {
  if (ranged === 0) return [];
  return [
    t('forecast.insideRange', '{{inside}} of {{ranged}} {{what}} inside the range ({{share}})', {
      inside: formatCount(inside),
      ranged: formatCount(ranged),
      what,
      share: formatShare(inside / ranged),
    }),
  ];
}

/** How far a forecast was off, relative to what happened: `8.1% too high`. */
export function missText(error: number): string {
  const share = formatShare(Math.abs(error));
  return error > 0
    ? t('forecast.tooHigh', '{{share}} too high', { share })
    : t('forecast.tooLow', '{{share}} too low', { share });
}
