import {
  BACKTEST_FIELDS,
  labelOf,
  startOf,
  type Frame,
  type FrameField,
  type InLanguages,
  type SalesForecastQuery,
} from '../../../contract';
import { noData, timeColumn } from '../../../frames';
import type { PastForecast } from '../../../forecast/forecast';
import type { QueryContext } from '../../context';
import type { FixedGrain } from '../../time-buckets';
import { nameIn } from '../../in-language/frames';
import { longDay } from '../../wording';
import { bucketSums } from '../bucket-sums';
import { field, finiteColumn } from '../cells';
import { labelsOf, titled, type Expected, type ExpectedSeries } from '../expected';
import { amountOf, pictureLabel } from '../field-config';
import { wholeBuckets } from '../grain';
import { nothingSold } from '../nothing-sold';
import { askedPicture } from '../picture';

const AS_OF: InLanguages<(what: string, day: string) => string> = {
  en: (what, day) => `${what} as of ${day}`,
  'pt-BR': (what, day) => `${what} em ${day}`,
};

/**
 * What forecasts of the past said beside what then happened (timeseries-wide): the actuals, and a line with its band for
 * each origin, which is in the label `origin`. Shown from the beginning of the time range or the first origin.
 */
export async function backtestView(query: SalesForecastQuery, context: QueryContext): Promise<Frame[]> {
  const { expected, grain, shownFrom } = await askedPicture(query, context);
  if (!expected) return [nothingSold('backtest', 'timeseries-wide', query, context)];
  const origins = expected.series.flatMap(({ forecast }) => forecast.pastForecasts.map(({ origin }) => origin));
  const from = [shownFrom, ...origins].sort()[0] ?? shownFrom;
  const starts = wholeBuckets(from, context.asOf, grain);
  if (starts.length === 0)
    return [{ ...noData('backtest', 'timeseries-wide'), meta: { type: 'timeseries-wide', notices: expected.notices } }];
  const fields = expected.series.flatMap((one) => [
    actualOf(one, expected, starts, grain),
    ...one.forecast.pastForecasts.flatMap((past) => pastFields(past, one.name, expected, starts)),
  ]);
  return [
    {
      name: 'backtest',
      meta: { type: 'timeseries-wide', notices: expected.notices, custom: { grain } },
      fields: [{ column: timeColumn('time', starts.map(startOf)) }, ...fields],
    },
  ];
}

function actualOf(
  { name, daily }: ExpectedSeries,
  { by, measure, language }: Expected,
  starts: readonly string[],
  grain: FixedGrain,
): FrameField {
  const sums = bucketSums(daily, grain);
  const column = finiteColumn(
    'actual',
    starts.map((start) => sums.get(start)),
  );
  return field(column, { ...amountOf(measure), ...titled(name, labelOf('actual'), language) }, labelsOf(by, name));
}

function pastFields(
  { origin, path }: PastForecast,
  name: string,
  { by, measure, level, language }: Expected,
  starts: readonly string[],
): FrameField[] {
  const rows = new Map(path.starts.map((start, i) => [start, i]));
  const values = { forecast: path.expected, lower: path.band.lower, upper: path.band.upper };
  return BACKTEST_FIELDS.flatMap((one) => {
    if (one === 'actual') return [];
    const column = finiteColumn(
      one,
      starts.map((start) => values[one][rows.get(start) ?? Number.NaN]),
    );
    const what = AS_OF[language](nameIn(language, pictureLabel(one, level)), longDay(origin, language));
    const title = titled(name, what, language);
    return [field(column, { ...amountOf(measure), ...title }, { ...labelsOf(by, name), origin })];
  });
}
