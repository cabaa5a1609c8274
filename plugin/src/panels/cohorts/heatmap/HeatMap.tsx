import type { CohortMeasure } from '@contract';
import { t } from '../../../language/t';
import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { CellPicture } from '../../../components/picture/CellPicture';
import type { Choice } from '../choice';
import type { CohortsModel } from '../data/model';
import type { Classes } from '../scale/classes';
import { measureText } from '../wording';
import { cellKey, heatCells, sizeKey, type HeatCell } from './cells';
import { factsOf } from './facts';
import { HeatDrawing } from './HeatDrawing';
import { layoutOf } from './layout';

export interface HeatMapProps {
  model: CohortsModel;
  measure: CohortMeasure;
  scale: Classes;
  width: number;
  height: number;
  chosen: Choice | null;
  onChoose?: (choice: Choice | null) => void;
}

const SCROLLBAR = 14;

/** The cohorts as a heat map: a row each, a column for each period since the first purchase. */
export function HeatMap({ model, measure, scale, width, height, chosen, onChoose }: HeatMapProps) {
  const theme = useTheme2();
  const layout = useMemo(() => {
    const fitting = layoutOf(model, measure, width, height);
    return fitting.height > height ? layoutOf(model, measure, width - SCROLLBAR, height) : fitting;
  }, [model, measure, width, height]);
  const cells = useMemo(() => heatCells(model, layout, measure), [model, layout, measure]);
  const drawing = useMemo(
    () => <HeatDrawing model={model} measure={measure} layout={layout} cells={cells} scale={scale} theme={theme} />,
    [model, measure, layout, cells, scale, theme],
  );
  const chosenKey = chosen ? keyOf(chosen) : undefined;
  const choose = onChoose && ((cell: HeatCell) => onChoose(cell.key === chosenKey ? null : choiceOf(cell)));
  const first = cells.find(({ kind }) => kind === 'cell') ?? cells[0];
  return (
    <div style={{ width, height, overflowX: 'hidden', overflowY: layout.height > height ? 'auto' : 'hidden' }}>
      <CellPicture
        label={t('cohorts.picture', 'Cohorts by their first purchase: {{measure}}', { measure: measureText(measure) })}
        width={layout.left + layout.columns * layout.cellWidth}
        height={layout.height}
        cells={cells}
        factsOf={(cell) => factsOf(cell, model)}
        firstCell={chosenKey ?? first?.key}
        chosen={chosenKey}
        onChoose={choose}
        hintFor={(cell) => hintFor(cell, chosenKey)}
      >
        {drawing}
      </CellPicture>
    </div>
  );
}

const keyOf = ({ cohort, period }: Choice): string => (period === '' ? sizeKey(cohort) : cellKey(cohort, period));

function choiceOf(cell: HeatCell): Choice | null {
  if (cell.kind === 'all') return null;
  return { cohort: cell.cohort.day, period: cell.kind === 'size' ? '' : cell.cell.day };
}

function hintFor(cell: HeatCell, chosen: string | undefined): string {
  return cell.kind === 'all' || cell.key === chosen
    ? t('cohorts.hint.all', 'Click to show all customers')
    : t('cohorts.hint.one', 'Click to show these customers');
}
