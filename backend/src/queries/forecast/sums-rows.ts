import type { InLanguages, SUMS_COLUMNS } from '../../contract';
import type { ForecastContext } from './context';
import { changeOf, comparedSum, horizonAfter } from './compared';
import type { Expected, ExpectedSeries } from './expected';

/** The expected sum of a series beside what it is compared with; `from` and `to` are days. */
export type SumsRow = Record<(typeof SUMS_COLUMNS)[number], string | number | null>;

/** What stands for the name of the whole shop. */
export const WHOLE_SHOP: InLanguages<string> = { en: 'All', 'pt-BR': 'Tudo' };

type Asked = Pick<ForecastContext, 'asOf' | 'language'>;

/** A row per series: the expected sum of so many days after the as-of date, in the order of the series. */
export function sumsRows(expected: Expected, asked: Asked, horizonDays: number, target?: number): SumsRow[] {
  return expected.series.map((one) => sumsOf(one, expected, asked, horizonDays, target));
}

function sumsOf(
  { name, daily, forecast: { sum, model, sentence } }: ExpectedSeries,
  { learned }: Expected,
  { asOf, language }: Asked,
  horizonDays: number,
  target: number | undefined,
): SumsRow {
  const horizon = horizonAfter(asOf, horizonDays);
  const before = comparedSum('period_before', daily, learned, horizon, target);
  const lastYear = comparedSum('last_year', daily, learned, horizon, target);
  return {
    series: name === '' ? WHOLE_SHOP[language] : name,
    horizon_days: horizonDays,
    from: horizon.from,
    to: horizon.to,
    expected_sum: sum.expected,
    lower_sum: sum.lower,
    upper_sum: sum.upper,
    lower_sum_95: sum.lower95,
    upper_sum_95: sum.upper95,
    period_before: before,
    change_period_before: changeOf(sum.expected, before),
    last_year: lastYear,
    change_last_year: changeOf(sum.expected, lastYear),
    target: target ?? null,
    change_target: changeOf(sum.expected, target ?? null),
    model: model[language],
    sentence: sentence[language],
  };
}
