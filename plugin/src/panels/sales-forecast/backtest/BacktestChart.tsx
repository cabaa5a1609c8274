import React, { useMemo } from 'react';
import type { Fact } from '../../../components/picture/facts';
import { formatDay } from '../../../format/dates';
import { t } from '../../../language/t';
import type { HairDot } from '../chart/CrossHair';
import { rangeText } from '../chart/facts';
import type { Palette } from '../chart/palette';
import { scalesFor } from '../chart/scales';
import { TimePicture } from '../chart/TimePicture';
import { domainOf } from '../chart/valueDomain';
import type { BacktestModel, BacktestSeries, PastPoint } from '../data/readBacktest';
import { bucketText } from '../data/timeText';
import type { ValueFormat } from '../data/valueFormat';
import type { ForecastOptions } from '../options';
import { drawBacktest } from './drawBacktest';

interface Props {
  model: BacktestModel;
  series: BacktestSeries;
  origin: string;
  options: ForecastOptions;
  width: number;
  height: number;
  shared?: number;
  onPoint?: (time: number | undefined) => void;
}

/** One series over time, with what would have been forecast of it in the past. */
export function BacktestChart({ model, series, origin, options, width, height, ...hair }: Props) {
  const { format, grain } = model;
  const withRange = options.bands !== 'none';
  const scales = useMemo(() => {
    const times = model.series.flatMap(({ actual }) => [actual.at(0)?.time ?? null, actual.at(-1)?.time ?? null]);
    const value = domainOf(valuesOf(series, withRange), options.fromZero);
    return scalesFor({ width, height, time: domainOf(times, false), value, format, top: 8 });
  }, [model, series, withRange, options.fromZero, width, height, format]);
  const draw = useMemo(
    () => (palette: Palette) => drawBacktest({ series, origin, withRange, scales, format }, palette),
    [series, origin, withRange, scales, format],
  );
  const times = useMemo(() => series.actual.map(({ time }) => time), [series]);
  const chosen = useMemo(() => {
    const forecast = series.forecasts.find((one) => one.origin === origin);
    return new Map(forecast?.points.map((point) => [point.time, point]));
  }, [series, origin]);
  const first = times.findIndex((time) => chosen.has(time));
  const over = t('forecast.backtestPicture', 'past forecasts over what happened');
  return (
    <TimePicture
      label={series.name === '' ? over : `${series.name}: ${over}`}
      scales={scales}
      times={times}
      draw={draw}
      describe={(index) => {
        const at = series.actual[index];
        const forecast = at && chosen.get(at.time);
        return {
          title: at ? bucketText(at.time, grain) : '',
          text: forecast && t('forecast.forecastAfter', 'Forecast after {{day}}', { day: formatDay(origin) }),
          facts: [
            { name: t('forecast.actual', 'Actual'), value: format.exact(at?.value) },
            ...factsOf(forecast, format),
          ],
        };
      }}
      dots={(index, palette) => dotsOf(series.actual[index]?.value, chosen.get(times[index] ?? 0), palette)}
      first={Math.max(0, first)}
      {...hair}
    />
  );
}

function valuesOf({ actual, forecasts }: BacktestSeries, withRange: boolean): Array<number | null> {
  const points = forecasts.flatMap((one) => one.points);
  const ranges = withRange ? points.flatMap(({ range }) => (range ? [range.upper, range.lower] : [])) : [];
  return [...actual.map(({ value }) => value), ...points.map(({ expected }) => expected), ...ranges];
}

function factsOf(point: PastPoint | undefined, format: ValueFormat): Fact[] {
  if (!point) return [];
  const facts = [{ name: t('forecast.forecastThen', 'Forecast'), value: format.exact(point.expected) }];
  return point.range
    ? [...facts, { name: t('forecast.range', 'Range'), value: rangeText(point.range, format) }]
    : facts;
}

function dotsOf(actual: number | null | undefined, point: PastPoint | undefined, palette: Palette): HairDot[] {
  return [
    ...(typeof actual === 'number' ? [{ value: actual, color: palette.actual }] : []),
    ...(point ? [{ value: point.expected, color: palette.expected }] : []),
  ];
}
