import { dayNumber } from '../buckets/calendar';
import { futureBuckets, pastBuckets } from '../buckets/split';
import type { Path, SeriesForecast } from '../forecast';
import type { SeriesTask } from './task';

/** The forecast of a series whose days are all the same: more of it, without a band to speak of. */
export function flatForecast({ name, daily, grain, horizonDays }: SeriesTask): SeriesForecast {
  const value = daily.values[0]!;
  const first = dayNumber(daily.firstDay);
  const days = daily.values.length;
  const pathOf = (buckets: { start: string; from: number; to: number }[], sums: number[]): Path => ({
    starts: buckets.map(({ start }) => start),
    expected: Float64Array.from(sums),
    band: { lower: Float64Array.from(sums), upper: Float64Array.from(sums) },
    band95: { lower: Float64Array.from(sums), upper: Float64Array.from(sums) },
  });
  const future = futureBuckets(first + days - 1, horizonDays, grain);
  const past = pastBuckets(first, days, grain);
  const sum = value * horizonDays;
  return {
    name,
    future: pathOf(
      future,
      future.map(({ from, to, pastDays }) => value * (to - from + 1 + pastDays)),
    ),
    past: {
      ...pathOf(
        past,
        past.map(({ from, to }) => value * (to - from)),
      ),
      anomalous: new Uint8Array(past.length),
    },
    sum: { expected: sum, lower: sum, upper: sum, lower95: sum, upper95: sum },
    model: 'the same every day',
    sentence: 'There is nothing to judge: every day so far was the same.',
    scores: [],
    pastForecasts: [],
    notices: [
      value === 0
        ? `All ${days} days of history are zero, so zero is expected; any sale would change that.`
        : `All ${days} days of history have the same value, so it is expected to stay.`,
    ],
  };
}
