import type { CohortMeasure } from '@contract';
import type { Cell } from '../../../components/picture/cellMoves';
import type { Cohort, CohortCell, CohortsModel, Together } from '../data/model';
import type { MapLayout } from './layout';

/** A part of the heat map: a cohort's size, what it did in a later period, or what all cohorts together did. */
export type HeatCell = Cell &
  (
    | { kind: 'size'; cohort: Cohort }
    | { kind: 'cell'; cohort: Cohort; cell: CohortCell }
    | { kind: 'all'; together: Together }
  );

export const sizeKey = (cohortDay: string): string => cohortDay;
export const cellKey = (cohortDay: string, periodDay: string): string => `${cohortDay}/${periodDay}`;

/** The parts that can be pointed at, with their places. */
export function heatCells({ together }: CohortsModel, layout: MapLayout, measure: CohortMeasure): HeatCell[] {
  const { rows, columns, cellWidth, cellHeight, left, size, label } = layout;
  const height = cellHeight - 1;
  const placed = (row: number, period: number) => ({
    row,
    column: period,
    left: left + (period - 1) * cellWidth,
    top: layout.topOf(row),
    width: cellWidth - 1,
    height,
  });
  const all = (layout.withAll && measure === 'retention' ? together : [])
    .filter(({ period }) => period > 0 && period <= columns)
    .map((one): HeatCell => ({ ...placed(-1, one.period), kind: 'all', key: `all/${one.period}`, together: one }));
  const cohorts = rows.flatMap((cohort, row): HeatCell[] => [
    {
      kind: 'size',
      key: sizeKey(cohort.day),
      cohort,
      row,
      column: 0,
      left: label,
      top: layout.topOf(row),
      width: size - 4,
      height,
    },
    ...cohort.cells
      .filter(({ period }) => period > 0 && period <= columns)
      .map((cell): HeatCell => ({
        ...placed(row, cell.period),
        kind: 'cell',
        key: cellKey(cohort.day, cell.day),
        cohort,
        cell,
      })),
  ]);
  return [...all, ...cohorts];
}
