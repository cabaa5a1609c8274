import { narrowingOf, type HeadlineQuery } from '../../contract';
import { ForecastError } from '../../forecast/forecast';
import type { QueryContext } from '../context';
import { money, share } from '../wording';
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
    if (!whole) return ['There are no sales here to forecast from.'];
    return [sumSentence(whole, placeOf(largest), context.asOf), whole.series[0]?.forecast.sentence ?? ''];
  } catch (error) {
    if (error instanceof ForecastError) return [error.message];
    throw error;
  }
}

/** Where no state can be forecast none is named: what the reader asked about is the shop. */
function noForecast(error: unknown): undefined {
  if (!(error instanceof ForecastError)) throw error;
}

function sumSentence({ series, learned }: Expected, place: string, asOf: string): string {
  const [whole] = series;
  if (!whole) return '';
  const { expected, lower, upper } = whole.forecast.sum;
  const before = comparedSum('period_before', whole.daily, learned, horizonAfter(asOf, HORIZON_DAYS), undefined);
  return (
    `Sales of the next ${HORIZON_DAYS} days: ${money(expected)} expected (${money(lower)} to ${money(upper)})` +
    `${changeText(changeOf(expected, before))}${place}.`
  );
}

function changeText(change: number | null): string {
  if (change === null) return '';
  if (Math.abs(change) < 0.0005) return `, as much as in the ${HORIZON_DAYS} days before`;
  return `, ${share(Math.abs(change))} ${change > 0 ? 'above' : 'below'} the ${HORIZON_DAYS} days before`;
}

/** The state that sold most so far with its share of what is expected, unless there is just one. */
function placeOf(largest: Expected | undefined): string {
  const [first, ...others] = largest?.series ?? [];
  if (!first || others.length === 0) return '';
  const sumOf = ({ forecast }: (typeof others)[number]): number => forecast.sum.expected;
  const all = [first, ...others].reduce((sum, one) => sum + sumOf(one), 0);
  return all > 0 ? `; ${share(sumOf(first) / all)} of it from ${first.name}` : '';
}
