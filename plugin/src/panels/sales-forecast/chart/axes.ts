import * as Plot from '@observablehq/plot';
import type { ValueFormat } from '../data/valueFormat';
import type { Palette } from './palette';
import { FONT_SIZE, RIGHT, type Scales } from './scales';
import { timeTicks } from './timeTicks';

/** An SVG of these marks in these scales, one unit a pixel. */
export function plotIn(scales: Scales, palette: Palette, marks: Plot.Markish[]): SVGElement | HTMLElement {
  const { width, height, left, right, top, bottom, time, value } = scales;
  return Plot.plot({
    width,
    height,
    margin: 0,
    style: { background: 'transparent', fontFamily: palette.font, fontSize: `${FONT_SIZE}px`, overflow: 'visible' },
    x: { type: 'linear', axis: null, domain: [time.from, Math.max(time.to, time.from + 1)], range: [left, right] },
    y: { type: 'linear', axis: null, domain: [value.from, value.to], range: [bottom, top] },
    color: { type: 'identity' },
    marks,
  });
}

/** Lines at the axis of values, with what they stand for, and the days or months below. */
export function axisMarks(scales: Scales, format: ValueFormat, palette: Palette): Plot.Markish[] {
  const { left, right, ticks, time, value, y } = scales;
  const text = { fill: palette.quiet, fontSize: FONT_SIZE };
  // The last label must not stand out of the picture.
  const days = timeTicks(time, right - left).filter((day) => scales.x(day.time) <= right + RIGHT - HALF_LABEL);
  return [
    Plot.ruleY(ticks, { x1: time.from, x2: Math.max(time.to, time.from + 1), stroke: palette.grid }),
    Plot.text(
      ticks.filter((tick) => y(tick) > FONT_SIZE / 2),
      { ...text, x: () => time.from, y: (tick: number) => tick, dx: -6, text: format.tick, textAnchor: 'end' },
    ),
    Plot.text(days, { ...text, x: 'time', y: () => value.from, dy: 12, text: 'text' }),
  ];
}

const HALF_LABEL = 26;
