import {
  FORECAST_FIELDS,
  startOf,
  type ForecastMeta,
  type Frame,
  type FrameField,
  type SalesForecastQuery,
} from '../../../contract';
import { timeColumn } from '../../../frames';
import type { Path } from '../../../forecast/forecast';
import type { QueryContext } from '../../context';
import type { FixedGrain } from '../../time-buckets';
import { bucketSums } from '../bucket-sums';
import { field, finiteColumn } from '../cells';
import { comparedSum, horizonAfter } from '../compared';
import { labelsOf, titled, type Expected, type ExpectedSeries } from '../expected';
import { amountOf, drawnAs, pictureLabel } from '../field-config';
import { wholeBuckets } from '../grain';
import { nothingSold } from '../nothing-sold';
import { askedPicture } from '../picture';

type Field = (typeof FORECAST_FIELDS)[number];
type Cells = Map<string, Partial<Record<Field, number>>>;

/** What was, what is expected and the bands (timeseries-wide): the past inside the time range, and the whole horizon. */
export async function forecastView(query: SalesForecastQuery, context: QueryContext): Promise<Frame[]> {
  const { expected, grain, shownFrom, horizonDays } = await askedPicture(query, context);
  if (!expected) return [nothingSold('sales_forecast', 'timeseries-wide', query, context)];
  const past = wholeBuckets(shownFrom, context.asOf, grain);
  const future = expected.series.flatMap(({ forecast }) => forecast.future.starts);
  const starts = [...new Set([...past, ...future])].sort();
  const series = expected.series.flatMap((one) => fieldsOf(one, expected, starts, cellsOf(one, past, grain)));
  const custom = { ...metaOf(query, expected, context, horizonDays, grain, starts) };
  return [
    {
      name: 'sales_forecast',
      meta: { type: 'timeseries-wide', notices: expected.notices, custom },
      fields: [{ column: timeColumn('time', starts.map(startOf)) }, ...series],
    },
  ];
}

function cellsOf({ daily, forecast }: ExpectedSeries, past: readonly string[], grain: FixedGrain): Cells {
  const cells: Cells = new Map();
  const sums = bucketSums(daily, grain);
  const shown = new Set(past);
  addPath(cells, forecast.future, () => true);
  addPath(cells, forecast.past, (start) => shown.has(start));
  forecast.past.starts.forEach((start, i) => {
    if (shown.has(start)) cells.set(start, { ...cells.get(start), anomalous: forecast.past.anomalous[i] ?? 0 });
  });
  for (const start of past) cells.set(start, { ...cells.get(start), actual: sums.get(start) });
  return cells;
}

function addPath(cells: Cells, { starts, expected, band, band95 }: Path, isShown: (start: string) => boolean): void {
  starts.forEach((start, i) => {
    if (!isShown(start)) return;
    cells.set(start, {
      forecast: expected[i],
      lower: band.lower[i],
      upper: band.upper[i],
      lower_95: band95.lower[i],
      upper_95: band95.upper[i],
    });
  });
}

function fieldsOf(
  { name }: ExpectedSeries,
  { by, measure, level, language }: Expected,
  starts: readonly string[],
  cells: Cells,
) {
  const nameOf = (one: string): string => titled(name, pictureLabel(one, level), language).displayNameFromDS ?? one;
  return FORECAST_FIELDS.map((one): FrameField => {
    const column = finiteColumn(
      one,
      starts.map((start) => cells.get(start)?.[one]),
    );
    const unit =
      one === 'anomalous' ? { description: '1 where the actual lies outside the 95% band.' } : amountOf(measure);
    const config = { ...unit, displayNameFromDS: nameOf(one), custom: drawnAs(one, nameOf) };
    return field(column, config, labelsOf(by, name));
  });
}

function metaOf(
  { target }: SalesForecastQuery,
  { language, measure, level, series, learned, calendar }: Expected,
  { asOf }: QueryContext,
  horizonDays: number,
  grain: FixedGrain,
  starts: readonly string[],
): ForecastMeta {
  const horizon = horizonAfter(asOf, horizonDays);
  return {
    grain,
    forecastFrom: horizon.from,
    horizonDays,
    level,
    measure,
    ...(target === undefined ? {} : { target }),
    holidays: calendar
      .between(starts[0] ?? horizon.from, horizon.to)
      .map(({ day, called }) => ({ day, name: called[language] })),
    series: series.map(({ name, daily, forecast: { model, sentence, sum } }) => ({
      series: name,
      model: model[language],
      sentence: sentence[language],
      expectedSum: sum.expected,
      lowerSum: sum.lower,
      upperSum: sum.upper,
      periodBefore: comparedSum('period_before', daily, learned, horizon, target),
      lastYear: comparedSum('last_year', daily, learned, horizon, target),
    })),
  };
}
