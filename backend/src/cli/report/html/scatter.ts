import { recordOf, recordsIn, textOf, type Fields, type Language } from '../../../contract';
import type { PlainField } from '../cells';
import { escapeHtml } from '../escape';
import { axisOver } from './axis';
import { chartHtml, heightIn, legendHtml, SIZE, written, type LegendItem } from './chart-frame';
import { lineColor } from './palette';

interface Series {
  name: string;
  x: PlainField;
  y: PlainField;
}

/** Points by two measures, as Grafana's XY chart has them; undefined where the options name no fields that there are. */
export function scatterChart(
  fields: readonly PlainField[],
  options: Fields,
  asLines: readonly string[],
  language: Language,
): string | undefined {
  const series = recordsIn(options.series).flatMap((one): Series[] => {
    const [x, y] = [one.x, one.y].map((axis) => fieldFor(fields, recordOf(recordOf(axis).matcher)));
    return x && y ? [{ name: textOf(recordOf(one.name).fixed) || y.name, x, y }] : [];
  });
  const [first] = series;
  if (!first) return undefined;
  const numbers = (all: readonly PlainField[]): number[] =>
    all.flatMap(({ values }) => values.filter((value) => typeof value === 'number'));
  const across = axisOver(numbers(series.map(({ x }) => x)), first.x.unit, language, false);
  const axis = axisOver(numbers(series.map(({ y }) => y)), first.y.unit, language, false);
  const shareOf = (value: number): number => (value - across.low) / (across.high - across.low);
  const y = heightIn(axis);
  const drawn = series.map((one, i) => {
    const points = one.x.values.flatMap((value, row) => {
      const other = one.y.values[row];
      return typeof value === 'number' && typeof other === 'number' ? [[shareOf(value) * SIZE, y(other)] as const] : [];
    });
    const color = lineColor(one.y, i);
    if (asLines.includes(one.y.key)) {
      const path = points.map((point) => point.map(written).join(' ')).join('L');
      return `<path d="M${path}" fill="none" style="stroke:${color}" class="line dashed"/>`;
    }
    const dots = points.map((point) => `M${point.map(written).join(' ')}h0`).join('');
    return `<path d="${dots}" fill="none" style="stroke:${color}" class="dots"/>`;
  });
  const legend = series.map((one, i): LegendItem => {
    return { name: one.name, color: lineColor(one.y, i), mark: asLines.includes(one.y.key) ? 'dashed' : 'dot' };
  });
  const x = across.ticks.map(({ value, text }) => ({ share: shareOf(value), text }));
  const label = series.map(({ name }) => name).join(', ');
  return `${chartHtml({ axis, x, svg: drawn.join(''), label })}<p class="across">${escapeHtml(first.x.name)}</p>${legendHtml(legend)}`;
}

function fieldFor(fields: readonly PlainField[], { id, options }: Fields): PlainField | undefined {
  return id === 'byName' ? fields.find(({ key, name }) => options === key || options === name) : undefined;
}
