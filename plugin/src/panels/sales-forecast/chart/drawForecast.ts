import * as Plot from '@observablehq/plot';
import { textWidth } from '../../../components/picture/textWidth';
import type { ForecastPoint, Holiday, Range } from '../data/model';
import type { ValueFormat } from '../data/valueFormat';
import { axisMarks, plotIn } from './axes';
import { DASHES, OPACITY, type Palette } from './palette';
import { FONT_SIZE, type Domain, type Scales } from './scales';

export interface ForecastDrawing {
  points: readonly ForecastPoint[];
  holidays: readonly Holiday[];
  /** What each bucket would have to bring for the target to be met; null: there is no target. */
  pace: number | null;
  /** The last moment that is known. */
  now?: number;
  /** What is written at the now-line; empty: nothing. */
  nowText: string;
  bands: 'both' | 'inner' | 'none';
  showAnomalies: boolean;
  /** True: marks are small and the past has no range, so that lines can be seen. */
  compact: boolean;
  scales: Scales;
  format: ValueFormat;
}

/** Draws history, forecast, ranges and marks of one series as an SVG. */
export function drawForecast(drawing: ForecastDrawing, palette: Palette): SVGElement | HTMLElement {
  return plotIn(drawing.scales, palette, [
    ...axisMarks(drawing.scales, drawing.format, palette),
    ...bandMarks(drawing, palette),
    ...holidayMarks(drawing, palette),
    ...nowMarks(drawing, palette),
    ...paceMarks(drawing, palette),
    ...lineMarks(drawing, palette),
    ...anomalyMarks(drawing, palette),
  ]);
}

function bandMarks({ points, bands, compact, scales }: ForecastDrawing, { expected }: Palette): Plot.Markish[] {
  const area = (some: readonly ForecastPoint[], read: (point: ForecastPoint) => Range | null, fillOpacity: number) =>
    Plot.areaY(some, {
      x: 'time',
      y1: (point: ForecastPoint) => held(read(point)?.lower, scales.value),
      y2: (point: ForecastPoint) => held(read(point)?.upper, scales.value),
      fill: expected,
      fillOpacity,
    });
  if (bands === 'none') return [];
  const future = futureOf(points);
  const inner = area(future, (point) => point.inner, OPACITY.inner);
  if (bands === 'inner') return [inner];
  // What would have been said of the past steps back behind what happened.
  const past = compact ? [] : points.filter((point) => !point.future);
  return [area(past, ({ outer }) => outer, OPACITY.past), area(future, ({ outer }) => outer, OPACITY.outer), inner];
}

/** A value held inside the axis: ranges of the past may go beyond it. */
function held(value: number | undefined, { from, to }: Domain): number {
  return value === undefined ? Number.NaN : Math.min(to, Math.max(from, value));
}

/** The future, joined to the last value that is known: ranges open from there. */
function futureOf(points: readonly ForecastPoint[]): ForecastPoint[] {
  const future = points.filter((point) => point.future);
  // The bucket that the as-of date divides belongs to the past, and has no actual yet.
  const last = points.findLast((point) => !point.future && point.actual !== null);
  if (future.length === 0 || !last || last.actual === null) return future;
  const closed = { lower: last.actual, upper: last.actual };
  return [{ ...last, expected: last.actual, inner: closed, outer: closed }, ...future];
}

function holidayMarks({ holidays, scales }: ForecastDrawing, { quiet }: Palette): Plot.Markish[] {
  const { bottom, y } = scales;
  // Ticks of six pixels, whatever the axis of values.
  const { from, to } = scales.value;
  const top = from + ((to - from) * HOLIDAY_TICK) / Math.max(1, bottom - y(to));
  return [Plot.ruleX(holidays, { x: 'time', y1: from, y2: top, stroke: quiet, strokeWidth: 1.5 })];
}

const HOLIDAY_TICK = 6;

function nowMarks({ now, nowText, scales }: ForecastDrawing, { quiet }: Palette): Plot.Markish[] {
  if (now === undefined || now < scales.time.from || now > scales.time.to) return [];
  const isLeft = scales.x(now) + textWidth(nowText, FONT_SIZE) + 8 > scales.right;
  return [
    Plot.ruleX([now], { y1: scales.value.from, y2: scales.value.to, stroke: quiet, strokeDasharray: DASHES.now }),
    Plot.text([nowText], {
      x: () => now,
      y: () => scales.value.to,
      dx: isLeft ? -4 : 4,
      dy: -7,
      text: (text: string) => text,
      textAnchor: isLeft ? 'end' : 'start',
      fontSize: FONT_SIZE,
      fill: quiet,
    }),
  ];
}

function paceMarks({ pace, points }: ForecastDrawing, { target }: Palette): Plot.Markish[] {
  if (pace === null) return [];
  const future = points.filter((point) => point.future);
  return [
    Plot.lineY(future, { x: 'time', y: () => pace, stroke: target, strokeWidth: 2, strokeDasharray: DASHES.target }),
  ];
}

function lineMarks({ points }: ForecastDrawing, { actual, expected }: Palette): Plot.Markish[] {
  const line = (
    some: readonly ForecastPoint[],
    read: (point: ForecastPoint) => number | null,
    options: Plot.LineYOptions,
  ) => Plot.lineY(some, { ...options, x: 'time', y: (point: ForecastPoint) => read(point) ?? Number.NaN });
  const alone = points.filter(
    (point, index) => point.actual !== null && !hasActual(points[index - 1]) && !hasActual(points[index + 1]),
  );
  return [
    line(points, (point) => (point.future ? null : point.expected), {
      stroke: expected,
      strokeWidth: 1,
      strokeDasharray: DASHES.past,
    }),
    line(points, (point) => point.actual, { stroke: actual, strokeWidth: 1.25 }),
    Plot.dot(alone, { x: 'time', y: 'actual', r: 2, fill: actual }),
    line(futureOf(points), (point) => point.expected, {
      stroke: expected,
      strokeWidth: 2,
      strokeDasharray: DASHES.expected,
    }),
  ];
}

function hasActual(point: ForecastPoint | undefined): boolean {
  return point !== undefined && point.actual !== null;
}

function anomalyMarks(drawing: ForecastDrawing, { unusual, background }: Palette): Plot.Markish[] {
  const { points, showAnomalies, compact } = drawing;
  const marked = points.filter((point) => showAnomalies && point.anomalous && point.actual !== null);
  const size = compact ? { r: 2.5, strokeWidth: 1.25 } : { r: 4.5, strokeWidth: 1.75 };
  return [Plot.dot(marked, { x: 'time', y: 'actual', symbol: 'diamond', ...size, stroke: unusual, fill: background })];
}
