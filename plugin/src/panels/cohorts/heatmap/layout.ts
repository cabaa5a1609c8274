import type { CohortMeasure } from '@contract';
import { t } from '../../../language/t';
import { textWidth } from '../../../components/picture/textWidth';
import { formatCount } from '../../../format/numbers';
import type { Cohort, CohortsModel } from '../data/model';
import { periodText } from '../../../format/periods';
import { shortText } from '../wording';

/** Where the parts of the heat map lie, in pixels. */
export interface MapLayout {
  /** The cohorts that are drawn: the latest ones, where there are very many. */
  rows: Cohort[];
  /** So many periods are drawn, from the first one after that of the first purchase. */
  columns: number;
  /** Width of the cohorts' names. */
  label: number;
  /** Width of the cohorts' sizes. */
  size: number;
  /** Where the first period begins. */
  left: number;
  cellWidth: number;
  cellHeight: number;
  /** Height of what stands above the rows. */
  header: number;
  height: number;
  withAll: boolean;
  /** True where every cell has room for its value. */
  withValues: boolean;
  /** Top of a row; -1: that of all cohorts together. */
  topOf: (row: number) => number;
}

export const FONT = { label: 12, value: 11 } as const;
const CELL = { least: 9, most: 72 } as const;
const ROW = { least: 16, most: 34 } as const;
const HEADER = 36;
const MOST_ROWS = 160;
const ALL_GAP = 4;

/** Lays the heat map out over a width; lower than its rows need, it is scrolled. */
export function layoutOf(model: CohortsModel, measure: CohortMeasure, width: number, height: number): MapLayout {
  const rows = model.cohorts.slice(-MOST_ROWS);
  const withAll = measure === 'retention' && model.together.some(({ period }) => period > 0);
  const names = [...rows.map(({ day }) => periodText(day, model.grain)), t('cohorts.all', 'All cohorts')];
  const label = Math.ceil(Math.max(...names.map((text) => textWidth(text, FONT.label)))) + 8;
  const sizes = rows.map(({ customers }) => textWidth(formatCount(customers), FONT.label));
  const size = Math.ceil(Math.max(34, ...sizes)) + 12;
  const left = label + size;
  const room = Math.max(0, width - left);
  const wanted = Math.max(1, model.periods - 1);
  const columns = Math.max(1, Math.min(wanted, Math.floor(room / CELL.least)));
  const cellWidth = Math.min(CELL.most, room / columns);
  const lines = rows.length + (withAll ? 1 : 0);
  const free = height - HEADER - (withAll ? ALL_GAP : 0);
  const cellHeight = Math.max(ROW.least, Math.min(ROW.most, Math.floor(free / lines)));
  const above = withAll ? cellHeight + ALL_GAP : 0;
  return {
    rows,
    columns,
    label,
    size,
    left,
    cellWidth,
    cellHeight,
    header: HEADER,
    withAll,
    withValues: valuesFit(rows, columns, measure, cellWidth),
    height: HEADER + above + rows.length * cellHeight,
    topOf: (row) => (row < 0 ? HEADER : HEADER + above + row * cellHeight),
  };
}

function valuesFit(rows: readonly Cohort[], columns: number, measure: CohortMeasure, cellWidth: number): boolean {
  return rows.every(({ cells }) =>
    cells
      .slice(1, columns + 1)
      .every((cell) => textWidth(shortText(cell[measure], measure), FONT.value) <= cellWidth - 4),
  );
}

const STEPS = [1, 2, 3, 6, 12, 26, 52];

/** The periods whose numbers fit side by side over the columns. */
export function headsOf({ columns, cellWidth }: MapLayout): number[] {
  const wide = textWidth(String(columns), FONT.value) + 4;
  const step = STEPS.find((one) => one * cellWidth >= wide) ?? 52;
  return Array.from({ length: columns }, (_, index) => index + 1).filter((period) => period % step === 0 || step === 1);
}
