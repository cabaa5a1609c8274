import type { Language } from '../../../contract';
import type { PlainField } from '../cells';
import { escapeHtml } from '../escape';
import { dayText } from '../wording';
import { numberText } from './values';

const WIDTH = 720;
const HEIGHT = 240;
const EDGE = { left: 76, right: 12, top: 10, bottom: 26 };
/** Set by the page, lighter where it is dark. */
const COLORS = ['--s0', '--s1', '--s2', '--s3', '--s4', '--s5'];
/** What only frames the other lines is drawn in grey. */
export const BAND = /lower|upper|95/i;

const round = (value: number): string => value.toFixed(1);
const known = (value: unknown): value is number => typeof value === 'number';

/** Lines over time as SVG, with a legend; the exact numbers stand in the table beside it. */
export function lineChart(time: PlainField, series: readonly PlainField[], language: Language): string {
  const moments = time.values.filter(known);
  const values = series.flatMap((one) => one.values).filter(known);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const [low, high] = [Math.min(0, ...values), Math.max(...values) || 1];
  const x = (ms: number): number => EDGE.left + ((ms - first) / (last - first || 1)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number): number =>
    HEIGHT - EDGE.bottom - ((value - low) / (high - low || 1)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = low + share * (high - low);
    const text = numberText(value, series[0]?.unit ?? '', language, series[0]?.unit === 'currencyBRL' ? 0 : undefined);
    return `<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${round(y(value))}" y2="${round(y(value))}" class="grid"/>
<text x="${EDGE.left - 6}" y="${round(y(value) + 4)}" text-anchor="end">${escapeHtml(text)}</text>`;
  });
  const days = [0, 0.5, 1].map((share) => {
    const ms = first + share * (last - first);
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
    return `<text x="${round(x(ms))}" y="${HEIGHT - 8}" text-anchor="${anchor}">${escapeHtml(dayText(ms, language))}</text>`;
  });
  const lines = series.map((one, i) => {
    return `<path d="${pathOf(time, one, x, y)}" fill="none" style="stroke:${lineColor(one, i)}" stroke-width="1.5" stroke-linecap="round"/>`;
  });
  const legend = series.map(
    (one, i) => `<li><i style="background:${lineColor(one, i)}"></i>${escapeHtml(one.name)}</li>`,
  );
  const label = escapeHtml(series.map(({ name }) => name).join(', '));
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${grid.join('')}${days.join('')}${lines.join('')}</svg>
<ul class="legend">${legend.join('')}</ul>`;
}

/** A gap in the numbers is a gap in the line; a number between gaps is a dot. */
function pathOf(
  time: PlainField,
  { values }: PlainField,
  x: (ms: number) => number,
  y: (value: number) => number,
): string {
  let isDown = false;
  return time.values
    .flatMap((ms, i) => {
      const value = values[i];
      if (!known(ms) || !known(value)) {
        isDown = false;
        return [];
      }
      const step = `${isDown ? 'L' : 'M'}${round(x(ms))} ${round(y(value))}${isDown ? '' : 'h0'}`;
      isDown = true;
      return [step];
    })
    .join('');
}

/** A small line without axes, for beside a figure. */
export function sparkline(values: readonly unknown[]): string {
  const points = values.filter(known);
  if (points.length < 2) return '';
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const path = points.map((value, i) => {
    const place = `${round((i / (points.length - 1)) * 118 + 1)} ${round(29 - ((value - low) / (high - low || 1)) * 28)}`;
    return `${i === 0 ? 'M' : 'L'}${place}`;
  });
  return `<svg viewBox="0 0 120 30" class="spark" aria-hidden="true"><path d="${path.join('')}" fill="none" style="stroke:${colorOf(0)}" stroke-width="1.5"/></svg>`;
}

/** Bars with their numbers, largest as wide as there is room. */
export function bars(rows: readonly { name: string; value: number }[], unit: string, language: Language): string {
  const most = Math.max(...rows.map(({ value }) => Math.abs(value)), 0) || 1;
  const lines = rows.map(({ name, value }) => {
    const width = round((Math.abs(value) / most) * 100);
    return `<tr><th scope="row">${escapeHtml(name)}</th><td class="bar"><i style="width:${width}%"></i></td>
<td class="number">${escapeHtml(numberText(value, unit, language))}</td></tr>`;
  });
  return `<table class="bars">${lines.join('')}</table>`;
}

/** A meaning has one colour everywhere: that of the data or the dashboard goes before the palette. */
function lineColor({ key, color }: PlainField, index: number): string {
  if (color !== undefined && HEX.test(color)) return color;
  return BAND.test(key) ? 'var(--band)' : colorOf(index);
}

/** Others, such as Grafana's names of colours, say nothing to a page without Grafana. */
const HEX = /^#[\da-f]{6}$/i;

const colorOf = (index: number): string => `var(${COLORS[index % COLORS.length] ?? '--s0'})`;
