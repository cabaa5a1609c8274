import type { Language } from '../../../contract';
import type { PlainField } from '../cells';
import { axisOver } from './axis';
import { chartHtml, heightIn, legendHtml, SIZE, written, type LegendItem } from './chart-frame';
import { timeTicks } from './time-ticks';

/** A series of columns. */
export interface Stack {
  field: PlainField;
  color: string;
  /** What leaves hangs below the line of 0. */
  isBelow: boolean;
}

/** Part of the room of a moment that its column takes. */
const WIDTH = 0.8;

/**
 * Columns over time, those of a moment on top of each other; numbers below 0 are written without a sign, as they count what
 * has gone.
 *
 * @param running from which moment on a period still runs, and what that is called; undefined: none does
 */
export function stackedColumns(
  time: PlainField,
  stacks: readonly Stack[],
  language: Language,
  running?: { from: number; name: string },
): string {
  const count = time.values.length;
  const at = (field: PlainField, row: number): number => Number(field.values[row] ?? 0);
  const totals = time.values.flatMap((_, row) =>
    [false, true].map((isBelow) => {
      const sum = stacks.filter((one) => one.isBelow === isBelow).reduce((all, { field }) => all + at(field, row), 0);
      return isBelow ? -sum : sum;
    }),
  );
  const axis = axisOver(totals, stacks[0]?.field.unit ?? '', language);
  const y = heightIn(axis);
  const isRunning = (row: number): boolean => running !== undefined && Number(time.values[row]) >= running.from;
  const columns = time.values.map((_, row) => {
    const left = ((row + (1 - WIDTH) / 2) / count) * SIZE;
    const ends = { above: 0, below: 0 };
    const parts = stacks.map(({ field, color, isBelow }) => {
      const [side, sign] = isBelow ? (['below', -1] as const) : (['above', 1] as const);
      const begin = ends[side];
      ends[side] += sign * at(field, row);
      const [top, bottom] = [begin, ends[side]].map(y).sort((a, b) => a - b);
      const height = Number(bottom) - Number(top);
      return height === 0
        ? ''
        : `<rect x="${written(left)}" y="${written(Number(top))}" width="${written((WIDTH / count) * SIZE)}" height="${written(height)}" style="fill:${color}"/>`;
    });
    return isRunning(row) ? `<g class="running">${parts.join('')}</g>` : parts.join('');
  });
  const moments = time.values.filter((ms) => typeof ms === 'number');
  const ticks = timeTicks(Math.min(...moments), Math.max(...moments), language);
  const x = ticks.flatMap(({ ms, text }) => {
    const row = time.values.indexOf(ms);
    return row < 0 ? [] : [{ share: (row + 0.5) / count, text }];
  });
  const unsigned = { ...axis, ticks: axis.ticks.map((tick) => ({ ...tick, text: tick.text.replace(/^-/, '') })) };
  const legend = stacks.map(({ field, color }): LegendItem => ({ name: field.name, color, mark: 'swatch' }));
  const still = time.values.some((_, row) => isRunning(row));
  const more: LegendItem[] =
    still && running ? [{ name: running.name, color: 'var(--s0)', mark: 'swatch running' }] : [];
  const label = stacks.map(({ field }) => field.name).join(', ');
  return chartHtml({ axis: unsigned, x, svg: columns.join(''), label }) + legendHtml([...legend, ...more]);
}
