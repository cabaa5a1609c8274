import { escapeHtml } from '../escape';
import type { Axis } from './axis';

/** The picture is stretched to the room that there is: texts stand beside it, so that they keep their size. */
export const SIZE = 1_000;

export const written = (value: number): string => value.toFixed(1);

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A text below a chart; `share` is how far from the left it stands. */
export interface XText {
  share: number;
  text: string;
}

export interface ChartFrame {
  axis: Axis;
  x: readonly XText[];
  /** What is drawn, in a box of SIZE by SIZE. */
  svg: string;
  /** For who does not see it. */
  label: string;
}

/** Where a value stands in the picture, from above. */
export const heightIn =
  ({ low, high }: Axis) =>
  (value: number): number =>
    SIZE - ((value - low) / (high - low)) * SIZE;

/** A chart with its axes. */
export function chartHtml({ axis, x, svg, label }: ChartFrame): string {
  const y = heightIn(axis);
  const grid = axis.ticks.map(({ value }) => `<path d="M0 ${written(y(value))}H${SIZE}" class="grid"/>`);
  return `<div class="chart">${yTexts(axis)}<div class="plot"><svg viewBox="0 0 ${SIZE} ${SIZE}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(label)}">${grid.join('')}${svg}</svg></div>${xTexts(x)}</div>`;
}

/** The widest of the texts keeps the room that all of them need. */
function yTexts({ low, high, ticks }: Axis): string {
  const widest = ticks.reduce((most, { text }) => (text.length > most.length ? text : most), '');
  const texts = ticks.map(({ value, text }) => {
    return `<span style="bottom:${percent((value - low) / (high - low))}">${escapeHtml(text)}</span>`;
  });
  return `<div class="y" aria-hidden="true"><b>${escapeHtml(widest)}</b>${texts.join('')}</div>`;
}

/** Beyond these parts of the width a text is set beside its place, not across it, so as not to be cut off. */
const EDGE = 0.06;

function xTexts(all: readonly XText[]): string {
  const texts = all.map(({ share, text }) => {
    const side = share < EDGE ? ' class="first"' : share > 1 - EDGE ? ' class="last"' : '';
    return `<span${side} style="left:${percent(share)}">${escapeHtml(text)}</span>`;
  });
  return `<div class="x" aria-hidden="true">${texts.join('')}</div>`;
}

export interface LegendItem {
  name: string;
  /** A colour as CSS. */
  color: string;
  /** How the mark looks: a line unless this says otherwise. */
  mark?: 'band' | 'band inner' | 'dashed' | 'swatch' | 'dot' | 'swatch running';
}

/** What colours and marks mean. */
export function legendHtml(items: readonly LegendItem[]): string {
  const entries = items.map(({ name, color, mark }) => {
    const kind = mark === undefined ? '' : ` class="${mark}"`;
    return `<li><i${kind} style="color:${color}"></i>${escapeHtml(name)}</li>`;
  });
  return `<ul class="legend">${entries.join('')}</ul>`;
}
