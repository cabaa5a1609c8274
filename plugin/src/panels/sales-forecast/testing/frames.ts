import { DAY_MS, type ForecastMeta, type ForecastSeriesMeta } from '@contract';
import { FieldType, LoadingState, toDataFrame, type DataFrame, type FieldDTO, type Labels } from '@grafana/data';

/** The last day that the forecasts of these frames know. */
export const AS_OF = Date.UTC(2018, 7, 29);
export const ASKED = { refId: 'A', kind: 'sales_forecast', horizonDays: 5, datasource: { uid: 'shop' } };

export interface Shop {
  /** Values of the dimension `state`; none: the whole shop. */
  names: string[];
  /** Days up to the as-of date, and after it. */
  past: number;
  future: number;
  meta: Partial<ForecastMeta>;
}

const WHOLE: Shop = { names: [], past: 60, future: 10, meta: {} };

/** What a day brings: more at the end of the week, and six times as much ten days before the as-of date. */
export function soldOn(day: number, place = 0): number {
  return (1000 + 100 * ((((day % 7) + 7) % 7) + place)) * (day === UNUSUAL ? 6 : 1);
}

/** Counted from the as-of date. */
export const UNUSUAL = -10;

/** What the backend answers to `sales_forecast`, view `forecast`, of a shop. */
export function forecastFrame(changed: Partial<Shop> = {}): DataFrame {
  const shop = { ...WHOLE, ...changed };
  const days = Array.from({ length: shop.past + shop.future }, (_, index) => index - shop.past + 1);
  const names = shop.names.length > 0 ? shop.names : [''];
  return toDataFrame({
    name: 'sales_forecast',
    refId: 'A',
    meta: { custom: { asOf: '2018-08-29', generation: 'g1', ...metaOf(shop, names) } },
    fields: [
      { name: 'time', type: FieldType.time, values: days.map((day) => AS_OF + day * DAY_MS) },
      ...names.flatMap((name, place) => seriesFields(name, place, days)),
    ],
  });
}

function seriesFields(name: string, place: number, days: readonly number[]): FieldDTO[] {
  const sold = (day: number) => soldOn(day, place);
  const usual = (day: number) => (day === UNUSUAL ? sold(day) / 6 : sold(day));
  const field = (key: string, value: (day: number) => number | null): FieldDTO => ({
    name: key,
    type: FieldType.number,
    values: days.map(value),
    labels: name === '' ? undefined : { state: name },
    config: { unit: 'currencyBRL' },
  });
  return [
    field('actual', (day) => (day > 0 ? null : sold(day))),
    field('forecast', (day) => usual(day) + 10),
    field('lower', (day) => usual(day) - 200),
    field('upper', (day) => usual(day) + 200),
    field('lower_95', (day) => usual(day) - 400),
    field('upper_95', (day) => usual(day) + 400),
    field('anomalous', (day) => (day > 0 ? null : Number(day === UNUSUAL))),
  ];
}

function metaOf(shop: Shop, names: readonly string[]): ForecastMeta {
  return {
    grain: 'day',
    forecastFrom: '2018-08-30',
    horizonDays: shop.future,
    level: 80,
    measure: 'revenue',
    holidays: [{ day: '2018-09-07', name: 'Independence Day' }],
    series: names.map(seriesMeta),
    ...shop.meta,
  };
}

function seriesMeta(series: string): ForecastSeriesMeta {
  return {
    series,
    model: 'mean of weekday profile and Prophet',
    sentence: 'Over 30 days it was 11.0% off on average',
    expectedSum: 13_000,
    lowerSum: 11_500,
    upperSum: 14_500,
    periodBefore: 12_500,
    lastYear: 10_000,
  };
}

/** What the backend answers to the view `backtest`: forecasts of thirty days made after each origin, always ten per cent high. */
export function backtestFrame(names: string[] = [], origins = ['2018-06-30', '2018-07-30']): DataFrame {
  const days = Array.from({ length: 60 }, (_, index) => index - 59);
  const times = days.map((day) => AS_OF + day * DAY_MS);
  const fields = (names.length > 0 ? names : ['']).flatMap((name, place): FieldDTO[] => {
    const labels: Labels = name === '' ? {} : { state: name };
    const field = (key: string, origin: string | undefined, factor: number): FieldDTO => ({
      name: key,
      type: FieldType.number,
      values: days.map((day) => (isForecast(day, origin) ? soldOn(day, place) * factor : null)),
      labels: origin === undefined ? labels : { ...labels, origin },
      config: { unit: 'currencyBRL' },
    });
    return [
      field('actual', undefined, 1),
      ...origins.flatMap((origin) => [
        field('forecast', origin, 1.1),
        field('lower', origin, 0.9),
        field('upper', origin, 1.3),
      ]),
    ];
  });
  return toDataFrame({ name: 'backtest', fields: [{ name: 'time', type: FieldType.time, values: times }, ...fields] });
}

function isForecast(day: number, origin: string | undefined): boolean {
  if (origin === undefined) return true;
  const after = (AS_OF + day * DAY_MS - Date.parse(origin)) / DAY_MS;
  return after > 0 && after <= 30;
}

/** A frame without some of its fields. */
export function without(frame: DataFrame, ...names: string[]): DataFrame {
  return { ...frame, fields: frame.fields.filter(({ name }) => !names.includes(name)) };
}

/** A panel's data once it is loaded. */
export function loaded(series: DataFrame[]) {
  return { series, state: LoadingState.Done };
}
