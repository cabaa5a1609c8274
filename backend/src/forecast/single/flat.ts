import type { Text } from '../../contract';
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
    model: { en: 'the same every day', 'pt-BR': 'o mesmo todos os dias' },
    sentence: {
      en: 'There is nothing to judge: every day so far was the same.',
      'pt-BR': 'Não há o que avaliar: todos os dias até agora foram iguais.',
    },
    scores: [],
    pastForecasts: [],
    notices: [value === 0 ? allZero(days) : allTheSame(days)],
  };
}

const allZero = (days: number): Text => ({
  en: `All ${days} days of history are zero, so zero is expected; any sale would change that.`,
  'pt-BR': `Todos os ${days} dias do histórico são zero, por isso se espera zero; qualquer venda mudaria isso.`,
});

const allTheSame = (days: number): Text => ({
  en: `All ${days} days of history have the same value, so it is expected to stay.`,
  'pt-BR': `Todos os ${days} dias do histórico têm o mesmo valor, por isso se espera que ele continue.`,
});
