import type { CohortMeasure } from '@contract';
import { classOf, type Classes } from '../scale/classes';
import { shortText } from '../wording';
import type { HeatCell } from './cells';

/** A value written into its cell. */
export interface CellText {
  key: string;
  x: number;
  y: number;
  text: string;
  /** Class of the colour it stands on; undefined: nothing was bought. */
  class?: number;
}

/** What is drawn for the cells: one path for each look, so that thousands of them are a handful of elements. */
export interface HeatPaths {
  /** A path for each class of values. */
  classes: string[];
  /** Nobody bought, though the period has begun. */
  zero: string;
  /** The period still runs. */
  running: string;
  texts: CellText[];
}

/** Paths and texts of the cells; `withValues`: there is room for the values. */
export function pathsOf(
  cells: readonly HeatCell[],
  measure: CohortMeasure,
  scale: Classes,
  withValues: boolean,
): HeatPaths {
  const classes = Array.from({ length: scale.bounds.length + 1 }, () => '');
  const paths: HeatPaths = { classes, zero: '', running: '', texts: [] };
  for (const part of cells) {
    if (part.kind === 'size') continue;
    const value = part.kind === 'all' ? part.together[measure] : part.cell[measure];
    const found = classOf(value, scale);
    if (found === undefined) paths.zero += boxPath(part, 0.5);
    else classes[found] += boxPath(part, 0);
    if (part.kind === 'cell' && !part.cell.complete) paths.running += boxPath(part, 0);
    if (withValues) paths.texts.push(textOf(part, value, measure, found));
  }
  return paths;
}

function textOf(part: HeatCell, value: number, measure: CohortMeasure, found: number | undefined): CellText {
  const { key, left, top, width, height } = part;
  return { key, x: left + width / 2, y: top + height / 2, text: shortText(value, measure), class: found };
}

/** A rectangle as a path, `inset` pixels inside the cell. */
function boxPath({ left, top, width, height }: HeatCell, inset: number): string {
  const [x, y] = [left + inset, top + inset].map((one) => Number(one.toFixed(2)));
  const [w, h] = [width, height].map((one) => Number(Math.max(0.5, one - 2 * inset).toFixed(2)));
  return `M${x} ${y}h${w}v${h}h${-(w ?? 0)}z`;
}
