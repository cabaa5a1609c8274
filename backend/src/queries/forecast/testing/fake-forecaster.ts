import { addDays, type Text } from '../../../contract';
import {
  ForecastError,
  type Band,
  type Forecaster,
  type ForecastRequest,
  type NamedSeries,
  type Path,
  type SeriesForecast,
} from '../../../forecast/forecast';
import { bucketOf } from '../../time-buckets';
import { bucketSums } from '../bucket-sums';
import { lastDayOf } from '../grain';

/** The forecast of the fake for each day: the mean of the last four weeks. */
const DAYS = 28;
const ORIGINS_BACK = [90, 60];

/** A forecaster that is plainly a mean, and remembers what it was asked. */
export interface FakeForecaster extends Forecaster {
  requests: ForecastRequest[];
}

export function fakeForecaster(failure?: string): FakeForecaster {
  const requests: ForecastRequest[] = [];
  return {
    requests,
    forecast: (request) => {
      requests.push(request);
      if (failure !== undefined) return Promise.reject(new ForecastError(failure));
      return Promise.resolve(request.series.map((series) => forecastOf(series, request)));
    },
    close: () => Promise.resolve(),
  };
}

export const meanOfLastDays = (values: Float64Array): number =>
  values.slice(-DAYS).reduce((sum, value) => sum + value, 0) / Math.min(DAYS, values.length);

function forecastOf({ name, daily }: NamedSeries, request: ForecastRequest): SeriesForecast {
  const { grain, horizonDays } = request;
  const { firstDay, values } = daily;
  const origin = addDays(firstDay, values.length - 1);
  const mean = meanOfLastDays(values);
  const sums = bucketSums(daily, grain);
  const past = [...sums.keys()].filter((start) => start >= firstDay && lastDayOf(start, grain) <= origin);
  const future = startsBetween(addDays(origin, 1), addDays(origin, horizonDays), grain);
  const pastPath = pathOf(past, mean, grain);
  const expected = mean * horizonDays;
  return {
    name,
    future: pathOf(future, mean, grain),
    past: {
      ...pastPath,
      anomalous: Uint8Array.from(past, (start, i) => Number((sums.get(start) ?? 0) > (pastPath.band95.upper[i] ?? 0))),
    },
    sum: { expected, ...rangeOf(expected, 0.2, 0.4) },
    model: MEAN,
    sentence: { en: 'It was off by 10% on average.', 'pt-BR': 'Errou 10% em média.' },
    scores: [
      {
        model: 'chosen',
        label: MEAN,
        role: 'chosen',
        horizonDays: 30,
        mase: 0.9,
        bias: -0.1,
        origins: 2,
      },
      {
        model: 'seasonal_naive',
        label: { en: 'last week repeated', 'pt-BR': 'semana passada repetida' },
        role: 'baseline',
        horizonDays: 30,
        origins: 0,
      },
    ],
    pastForecasts: ORIGINS_BACK.map((back) => addDays(origin, -back))
      .filter((day) => day >= firstDay)
      .map((day) => ({
        origin: day,
        path: pathOf(startsBetween(addDays(day, 1), addDays(day, 30), grain), mean, grain),
      })),
    notices: values.length < 100 ? [{ en: 'The history is short.', 'pt-BR': 'O histórico é curto.' }] : [],
  };
}

const MEAN: Text = { en: 'mean of four weeks', 'pt-BR': 'média de quatro semanas' };

function startsBetween(first: string, last: string, grain: ForecastRequest['grain']): string[] {
  const starts = new Set<string>();
  for (let day = first; day <= last; day = addDays(day, 1)) starts.add(bucketOf(day, grain));
  return [...starts];
}

function pathOf(starts: string[], mean: number, grain: ForecastRequest['grain']): Path {
  const days = { day: 1, week: 7, month: 30 }[grain];
  const expected = Float64Array.from(starts, () => mean * days);
  return { starts, expected, band: bandOf(expected, 0.2), band95: bandOf(expected, 0.4) };
}

const bandOf = (expected: Float64Array, width: number): Band => ({
  lower: expected.map((value) => value * (1 - width)),
  upper: expected.map((value) => value * (1 + width)),
});

function rangeOf(expected: number, inner: number, outer: number) {
  return {
    lower: expected * (1 - inner),
    upper: expected * (1 + inner),
    lower95: expected * (1 - outer),
    upper95: expected * (1 + outer),
  };
}
