import * as Plot from '@observablehq/plot';
import { axisMarks, plotIn } from '../chart/axes';
import { DASHES, OPACITY, type Palette } from '../chart/palette';
import type { Scales } from '../chart/scales';
import type { BacktestSeries, PastPoint } from '../data/readBacktest';
import type { ValueFormat } from '../data/valueFormat';

export interface BacktestDrawing {
  series: BacktestSeries;
  /** The forecast that stands out. */
  origin: string;
  withRange: boolean;
  scales: Scales;
  format: ValueFormat;
}

/** Draws what happened, and over it what had been forecast; one origin stands out with its range. */
export function drawBacktest(drawing: BacktestDrawing, palette: Palette): SVGElement | HTMLElement {
  const { series, origin, scales, format } = drawing;
  const chosen = series.forecasts.find((one) => one.origin === origin);
  const others = series.forecasts.filter((one) => one !== chosen);
  const start = Date.parse(origin);
  const isInside = start >= scales.time.from && start <= scales.time.to;
  return plotIn(scales, palette, [
    ...axisMarks(scales, format, palette),
    ...(drawing.withRange ? [rangeMark(chosen?.points ?? [], palette)] : []),
    Plot.ruleX(isInside ? [start] : [], {
      y1: scales.value.from,
      y2: scales.value.to,
      stroke: palette.quiet,
      strokeDasharray: DASHES.now,
    }),
    Plot.lineY(series.actual, {
      x: 'time',
      y: (point: BacktestSeries['actual'][number]) => point.value ?? Number.NaN,
      stroke: palette.actual,
      strokeWidth: 1.25,
    }),
    ...others.map(({ points }) =>
      line(points, { stroke: palette.quiet, strokeWidth: 1, strokeDasharray: DASHES.others }),
    ),
    line(chosen?.points ?? [], { stroke: palette.expected, strokeWidth: 2, strokeDasharray: DASHES.expected }),
  ]);
}

function line(points: readonly PastPoint[], options: Plot.LineYOptions): Plot.Markish {
  return Plot.lineY(points, { ...options, x: 'time', y: 'expected' });
}

function rangeMark(points: readonly PastPoint[], { expected }: Palette): Plot.Markish {
  return Plot.areaY(points, {
    x: 'time',
    y1: ({ range }: PastPoint) => range?.lower ?? Number.NaN,
    y2: ({ range }: PastPoint) => range?.upper ?? Number.NaN,
    fill: expected,
    fillOpacity: OPACITY.inner,
  });
}
