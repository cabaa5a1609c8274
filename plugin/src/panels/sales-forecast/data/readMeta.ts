import { DAY_MS, type ForecastMeta, type ForecastSeriesMeta } from '@contract';
import type { DataFrame } from '@grafana/data';
import type { ExpectedTotal, Grain, Holiday } from './model';

/** What the backend says beside the fields, as far as it says it. */
export interface KnownMeta {
  grain?: Grain;
  forecastFrom?: number;
  horizonDays: number | null;
  level: number | null;
  target: number | null;
  holidays: Holiday[];
  series: SeriesMeta[];
}

export interface SeriesMeta {
  name: string;
  model: string;
  sentence: string;
  total: ExpectedTotal | null;
}

type Untrusted<T> = { [Key in keyof T]?: unknown };

const GRAINS: readonly Grain[] = ['day', 'week', 'month'];

/** Reads `meta.custom` of a frame of the view `forecast`; what is absent or of another kind is left out. */
export function readMeta(frame: DataFrame | undefined): KnownMeta {
  const meta: Untrusted<ForecastMeta> = frame?.meta?.custom ?? {};
  const level = number(meta.level);
  return {
    grain: GRAINS.find((known) => known === meta.grain),
    forecastFrom: momentOf(meta.forecastFrom),
    horizonDays: number(meta.horizonDays),
    // Asked in percent, answered by some as a share.
    level: level !== null && level < 1 ? level * 100 : level,
    target: number(meta.target),
    holidays: readHolidays(meta.holidays),
    series: list(meta.series).map(readSeries),
  };
}

function readHolidays(holidays: unknown): Holiday[] {
  return list(holidays).flatMap((one: Untrusted<ForecastMeta['holidays'][number]>) => {
    const time = momentOf(one.day);
    return time === undefined ? [] : [{ time, name: text(one.name) }];
  });
}

function readSeries(series: Untrusted<ForecastSeriesMeta>): SeriesMeta {
  return {
    name: text(series.series),
    model: text(series.model),
    sentence: text(series.sentence),
    total: readTotal(series),
  };
}

function readTotal(series: Untrusted<ForecastSeriesMeta>): ExpectedTotal | null {
  const [expected, lower, upper] = [number(series.expectedSum), number(series.lowerSum), number(series.upperSum)];
  if (expected === null) return null;
  return {
    expected,
    lower: lower ?? expected,
    upper: upper ?? expected,
    periodBefore: number(series.periodBefore),
    lastYear: number(series.lastYear),
  };
}

function list(value: unknown): object[] {
  return Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'object' && one !== null) : [];
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The first moment of a day `YYYY-MM-DD`, in ms. */
function momentOf(day: unknown): number | undefined {
  const time = typeof day === 'string' ? Date.parse(`${day.slice(0, 10)}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The day `YYYY-MM-DD` before a moment's. */
export function dayBefore(time: number): string {
  return new Date(time - DAY_MS).toISOString().slice(0, 10);
}
