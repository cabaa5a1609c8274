import { narrowingOf, type HeadlineQuery } from '../../contract';
import { ForecastError } from '../../forecast/forecast';
import type { QueryContext } from '../context';
import { FORECAST_WORDS, type ForecastWords } from '../headline-words/forecast';
import { changeOf, comparedSum, horizonAfter } from './compared';
import { expectedOf, type Expected } from './expected';

const HORIZON_DAYS = 30;

/**
 * What sales to expect of the next 30 days: the sum with its band, against the 30 days before, and where most of it
 * comes from. Without a forecast: why there is none.
 */
export async function forecastSentences(query: HeadlineQuery, context: QueryContext): Promise<string[]> {
  const ahead = { grain: 'day', horizonDays: HORIZON_DAYS } as const;
  try {
    const [whole, largest] = await Promise.all([
      expectedOf(narrowingOf(query), ahead, context),
      expectedOf({ ...narrowingOf(query), by: 'state', limit: 1 }, ahead, context).catch(noForecast),
    ]);
    if (!whole) return [FORECAST_WORDS[context.language].nothing];
    return [sumSentence(whole, largest, context), whole.series[0]?.forecast.sentence[context.language] ?? ''];
  } catch (error) {
    if (error instanceof ForecastError) return [error.told[context.language]];
    throw error;
  }
}

/** Where no state can be forecast none is named: what the reader asked about is the shop. */
function noForecast(error: unknown): undefined {
  if (!(error instanceof ForecastError)) throw error;
}

function sumSentence({ series, learned }: Expected, largest: Expected | undefined, context: QueryContext): string {
  const [whole] = series;
  if (!whole) return '';
  const words = FORECAST_WORDS[context.language];
  const { expected, lower, upper } = whole.forecast.sum;
  const ahead = horizonAfter(context.asOf, HORIZON_DAYS);
  const before = comparedSum('period_before', whole.daily, learned, ahead, undefined);
  const change = changeText(changeOf(expected, before), words);
  return words.sum(HORIZON_DAYS, expected, lower, upper, change, placeOf(largest, words));
}

function changeText(change: number | null, words: ForecastWords): string {
  if (change === null) return '';
  if (Math.abs(change) < 0.0005) return words.unchanged(HORIZON_DAYS);
  return change > 0 ? words.above(change, HORIZON_DAYS) : words.below(-change, HORIZON_DAYS);
}

/** The state that sold most so far with its share of what is expected, unless there is just one. */
function placeOf(largest: Expected | undefined, words: ForecastWords): string {
  const [first, ...others] = largest?.series ?? [];
  if (!first || others.length === 0) return '';
  const sumOf = ({ forecast }: (typeof others)[number]): number => forecast.sum.expected;
  const all = [first, ...others].reduce((sum, one) => sum + sumOf(one), 0);
  return all > 0 ? words.place(sumOf(first) / all, first.name) : '';
}
