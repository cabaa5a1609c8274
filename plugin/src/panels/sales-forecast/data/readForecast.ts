import { FORECAST_FIELDS } from '@contract';
import type { DataFrame, Field } from '@grafana/data';
import { otherLast, ORIGIN, quantityAt, seriesLabels, seriesName, shownName, timedFrames } from './fields';
import { guessGrain } from './guessGrain';
import type { ForecastModel, ForecastPoint, ForecastSeries, Range, Reading } from './model';
import { dayBefore, readMeta, type KnownMeta } from './readMeta';
import { valueFormat } from './valueFormat';

type FieldName = (typeof FORECAST_FIELDS)[number];

/** The fields of one series. */
interface Parts {
  name: string;
  times: readonly number[];
  fields: Partial<Record<FieldName, Field>>;
}

/** The forecast in a panel's frames: of kind `sales_forecast`, view `forecast`. */
export function readForecast(frames: readonly DataFrame[]): Reading<ForecastModel> {
  if (frames.every((frame) => frame.length === 0 || frame.fields.length === 0)) return { state: 'empty' };
  const parts = partsOf(frames);
  if (parts.length === 0) return { state: 'other' };
  const missing = REQUIRED.filter((name) => parts.every(({ fields }) => !fields[name]));
  if (missing.length > 0) return { state: 'missing', fields: missing };
  return { state: 'ready', model: modelOf(parts, readMeta(frames.find(({ meta }) => meta?.custom?.series))) };
}

const REQUIRED = ['actual', 'forecast'] as const;

function partsOf(frames: readonly DataFrame[]): Parts[] {
  const parts = new Map<string, Parts>();
  for (const { frame, times } of timedFrames(frames)) {
    for (const field of frame.fields) {
      const known = FORECAST_FIELDS.find((name) => name === field.name);
      if (!known || field.labels?.[ORIGIN] !== undefined) continue;
      const name = seriesName(field);
      const part = parts.get(name) ?? { name, times, fields: {} };
      parts.set(name, { ...part, fields: { ...part.fields, [known]: field } });
    }
  }
  return [...parts.values()];
}

function modelOf(parts: readonly Parts[], meta: KnownMeta): ForecastModel {
  const field = parts[0]?.fields.forecast;
  const from = meta.forecastFrom ?? guessFrom(parts);
  return {
    grain: meta.grain ?? guessGrain(parts[0]?.times ?? []),
    asOf: from === undefined ? undefined : dayBefore(from),
    horizonDays: meta.horizonDays,
    level: meta.level,
    target: meta.target,
    holidays: meta.holidays,
    dimension: field ? (seriesLabels(field)[0]?.[0] ?? '') : '',
    series: otherLast(parts).map((part) => seriesOf(part, from ?? Infinity, meta)),
    format: valueFormat(field),
  };
}

function seriesOf({ name, times, fields }: Parts, from: number, meta: KnownMeta): ForecastSeries {
  const said = meta.series.find((one) => one.name === name);
  const range = (lower: FieldName, upper: FieldName, index: number): Range | null => {
    const [low, high] = [quantityAt(fields[lower], index), quantityAt(fields[upper], index)];
    return low === null || high === null ? null : { lower: low, upper: high };
  };
  const points = times.map((time, index): ForecastPoint => ({
    time,
    actual: quantityAt(fields.actual, index),
    expected: quantityAt(fields.forecast, index),
    inner: range('lower', 'upper', index),
    outer: range('lower_95', 'upper_95', index),
    anomalous: quantityAt(fields.anomalous, index) === 1,
    future: time >= from,
  }));
  const sorted = points.toSorted((one, other) => one.time - other.time);
  const shown = shownName(fields.forecast ?? fields.actual);
  return {
    name: shown,
    points: sorted,
    model: said?.model ?? '',
    sentence: said?.sentence ?? '',
    total: said?.total ?? null,
  };
}

/** The first moment without an actual after the last one with an actual; undefined where all have one. */
function guessFrom(parts: readonly Parts[]): number | undefined {
  const known = parts.flatMap(({ times, fields }) =>
    times.filter((_, index) => quantityAt(fields.actual, index) !== null),
  );
  const last = Math.max(-Infinity, ...known);
  const later = parts.flatMap(({ times }) => times.filter((time) => time > last));
  return later.length > 0 ? Math.min(...later) : undefined;
}
