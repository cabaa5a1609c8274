import type { Language } from '../../../contract';
import type { PlainField } from '../cells';
import { axisOver } from './axis';
import { chartHtml, heightIn, legendHtml, SIZE, written, type LegendItem } from './chart-frame';
import { lineColor } from './palette';
import { bandOf, groupOf, pairsIn, type Pair } from './ranges';
import { stretchesOf } from './stretches';
import { timeTicks } from './time-ticks';

const known = (value: unknown): value is number => typeof value === 'number';

interface Line {
  field: PlainField;
  color: string;
  /** What is expected beside what was. */
  dashed: boolean;
}

/**
 * Lines over time as SVG, with a legend; what frames a line is an area behind it. The exact numbers stand in the table
 * beside it.
 *
 * @param fromZero where the axis is to begin at 0 in any case
 */
export function lineChart(
  time: PlainField,
  series: readonly PlainField[],
  language: Language,
  fromZero = false,
): string {
  const moments = time.values.filter(known);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const values = series.flatMap((one) => one.values).filter(known);
  const axis = axisOver(values, series[0]?.unit ?? '', language, fromZero);
  const shareOf = (ms: number): number => (ms - first) / (last - first || 1);
  const x = (ms: number): number => shareOf(ms) * SIZE;
  const y = heightIn(axis);
  const pairs = pairsIn(series);
  const framing = new Set(pairs.flatMap(({ lower, upper }) => [lower, upper]));
  const lines = linesOf(series.filter((one) => !framing.has(one)));
  const drawn = [
    ...pairs.map((pair, i) => `<path d="${bandOf(time, pair, x, y)}" class="${bandClass(i)}"/>`),
    ...lines.map((line) => {
      const pointAt = (ms: number, row: number): Point | undefined => {
        const value = line.field.values[row];
        return known(value) ? [x(ms), y(value)] : undefined;
      };
      return lineSvg(line, stretchesOf(time, pointAt));
    }),
  ];
  const texts = timeTicks(first, last, language).map(({ ms, text }) => ({ share: shareOf(ms), text }));
  const label = series.map(({ name }) => name).join(', ');
  return chartHtml({ axis, x: texts, svg: drawn.join(''), label }) + legendHtml(legendOf(lines, pairs));
}

const FORECAST = 'forecast';

/** What is expected of a series is drawn in its colour, dashed, where there are several series. */
function linesOf(fields: readonly PlainField[]): Line[] {
  const groups = [...new Set(fields.map(groupOf))];
  if (groups.length < 2 || !fields.some(({ key }) => key === FORECAST)) {
    return fields.map((field, i) => ({ field, color: lineColor(field, i), dashed: false }));
  }
  return fields.map((field) => {
    return { field, color: lineColor(field, groups.indexOf(groupOf(field))), dashed: field.key === FORECAST };
  });
}

/** Of ranges within each other the narrower ones are darker. */
const bandClass = (index: number): 'band' | 'band inner' => (index === 0 ? 'band' : 'band inner');

function legendOf(lines: readonly Line[], pairs: readonly Pair[]): LegendItem[] {
  const ranges = pairs.map(({ lower, upper }, i): LegendItem => {
    return { name: `${lower.name} – ${upper.name}`, color: 'var(--band)', mark: bandClass(i) };
  });
  const dashed = lines.find((one) => one.dashed);
  if (!dashed) return [...lines.map(({ field, color }) => ({ name: field.name, color })), ...ranges];
  const groups = lines.filter((line) => !line.dashed);
  return [
    ...groups.map(({ field, color }) => ({ name: partOf(field, 0), color })),
    { name: capital(partOf(dashed.field, 1)), color: 'var(--faint)', mark: 'dashed' },
    ...ranges,
  ];
}

/** Of `São Paulo: forecast` the series or what it shows. */
function partOf({ name }: PlainField, part: 0 | 1): string {
  const at = name.lastIndexOf(': ');
  if (at < 0) return name;
  return part === 0 ? name.slice(0, at) : name.slice(at + 2);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Point = readonly [x: number, y: number];

/** A gap in the numbers is a gap in the line; a number between gaps is a dot. */
function lineSvg({ color, dashed }: Line, stretches: readonly Point[][]): string {
  const at = (point: Point): string => point.map(written).join(' ');
  const dots = stretches.flatMap(([first, second]) => (first && !second ? [`M${at(first)}h0`] : []));
  const lines = stretches.filter(({ length }) => length > 1).map((points) => `M${points.map(at).join('L')}`);
  const path = (parts: readonly string[], kind: string): string =>
    parts.length === 0 ? '' : `<path d="${parts.join('')}" fill="none" style="stroke:${color}" class="${kind}"/>`;
  return path(lines, dashed ? 'line dashed' : 'line') + path(dots, 'dots small');
}

/** A small line without axes, for beside a figure. */
export function sparkline(values: readonly unknown[]): string {
  const points = values.filter(known);
  if (points.length < 2) return '';
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const path = points.map((value, i) => {
    const place = `${written((i / (points.length - 1)) * 118 + 1)} ${written(29 - ((value - low) / (high - low || 1)) * 28)}`;
    return `${i === 0 ? 'M' : 'L'}${place}`;
  });
  return `<svg viewBox="0 0 120 30" preserveAspectRatio="none" class="spark" aria-hidden="true"><path d="${path.join('')}" fill="none" class="line"/></svg>`;
}
