import { DAY_MS } from '@contract';
import React, { useMemo } from 'react';
import { formatDay } from '../../../format/dates';
import { t } from '../../../language/t';
import type { ForecastModel, ForecastPoint, ForecastSeries } from '../data/model';
import type { ForecastOptions } from '../options';
import type { HairDot } from './CrossHair';
import { drawForecast } from './drawForecast';
import { factsOf } from './facts';
import { neededPace } from './pace';
import type { Palette } from './palette';
import { scalesFor, type Domain } from './scales';
import { TimePicture } from './TimePicture';
import { domainOf, valueDomain } from './valueDomain';

interface Props {
  model: ForecastModel;
  series: ForecastSeries;
  options: ForecastOptions;
  width: number;
  height: number;
  /** The axis of values that all pictures share; absent: its own. */
  sharedValue?: Domain;
  /** True: the now-line says nothing. */
  compact?: boolean;
  shared?: number;
  onPoint?: (time: number | undefined) => void;
}

/** One series over time: what was, what is expected, and what is special. */
export function ForecastChart({ model, series, options, width, height, sharedValue, compact = false, ...hair }: Props) {
  const { points } = series;
  const pace = neededPace(model);
  const { bands, fromZero } = options;
  const value = useMemo(
    () => sharedValue ?? valueDomain(points, { bands, fromZero }, pace),
    [sharedValue, points, bands, fromZero, pace],
  );
  const time = useMemo(() => timeDomain(model.series), [model.series]);
  const scales = useMemo(
    () => scalesFor({ width, height, time, value, format: model.format, top: compact ? 6 : 18 }),
    [width, height, time, value, model.format, compact],
  );
  const draw = useMemo(() => {
    const [from, to] = [scales.time.from, scales.time.to];
    const drawing = {
      points,
      // Small pictures would be full of ticks; the names still show on hover.
      holidays: options.showHolidays && !compact ? model.holidays.filter(({ time }) => time >= from && time <= to) : [],
      pace,
      now: nowOf(model),
      nowText:
        compact || model.asOf === undefined ? '' : t('forecast.asOf', 'As of {{day}}', { day: formatDay(model.asOf) }),
      bands: options.bands,
      showAnomalies: options.showAnomalies,
      compact,
      scales,
      format: model.format,
    };
    return (palette: Palette) => drawForecast(drawing, palette);
  }, [points, model, options, pace, compact, scales]);
  const times = useMemo(() => points.map(({ time }) => time), [points]);
  return (
    <TimePicture
      label={
        series.name === ''
          ? t('forecast.picture', 'Actual and expected over time')
          : t('forecast.pictureOf', '{{name}}: actual and expected over time', { name: series.name })
      }
      scales={scales}
      times={times}
      draw={draw}
      describe={(index) => describe(points[index], series.name, model)}
      dots={(index, palette) => dotsOf(points[index], palette)}
      first={Math.max(
        0,
        points.findIndex(({ future }) => future),
      )}
      {...hair}
    />
  );
}

/** All series share one axis of time. */
function timeDomain(series: readonly ForecastSeries[]): Domain {
  const ends = series.flatMap(({ points }) => [points.at(0)?.time ?? null, points.at(-1)?.time ?? null]);
  return domainOf(ends, false);
}

/** Between the last bucket that is known and the first that is not. */
function nowOf({ asOf, grain }: ForecastModel): number | undefined {
  return asOf === undefined ? undefined : Date.parse(asOf) + (grain === 'day' ? DAY_MS / 2 : 0);
}

function describe(point: ForecastPoint | undefined, name: string, model: ForecastModel) {
  if (!point) return { title: '', facts: [] };
  const facts = factsOf(point, model);
  return name === '' ? facts : { ...facts, title: `${name}, ${facts.title}` };
}

function dotsOf(point: ForecastPoint | undefined, palette: Palette): HairDot[] {
  if (!point) return [];
  const dots = [
    { value: point.actual, color: palette.actual },
    { value: point.expected, color: palette.expected },
  ];
  return dots.flatMap(({ value, color }) => (value === null ? [] : [{ value, color }]));
}
