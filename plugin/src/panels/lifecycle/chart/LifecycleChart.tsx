import { t } from '../../../language/t';
import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { CellPicture } from '../../../components/picture/CellPicture';
import type { Choice } from '../choice';
import type { LifecycleModel } from '../data/model';
import { ChartDrawing } from './ChartDrawing';
import { factsOf } from './facts';
import { layoutOf } from './layout';
import { barParts, partKey, type BarPart } from './parts';

export interface LifecycleChartProps {
  model: LifecycleModel;
  width: number;
  height: number;
  withFigures: boolean;
  chosen: Choice | null;
  onChoose?: (choice: Choice | null) => void;
}

/** Who came stands above zero, who went hangs below it; a line says by how many the active customers became more. */
export function LifecycleChart({ model, width, height, withFigures, chosen, onChoose }: LifecycleChartProps) {
  const theme = useTheme2();
  const layout = useMemo(() => layoutOf(model, width, height, withFigures), [model, width, height, withFigures]);
  const parts = useMemo(() => barParts(layout), [layout]);
  const drawing = useMemo(
    () => <ChartDrawing model={model} layout={layout} parts={parts} theme={theme} />,
    [model, layout, parts, theme],
  );
  const chosenKey = chosen ? partKey(chosen.stage, chosen.day) : undefined;
  const choose =
    onChoose && (({ key, stage, step: { day } }: BarPart) => onChoose(key === chosenKey ? null : { stage, day }));
  const last = layout.steps.at(-1);
  return (
    <CellPicture
      label={
        model.grain === 'month'
          ? t('lifecycle.picture.month', 'Customers by month: new, returning, reactivated and dormant')
          : t('lifecycle.picture.week', 'Customers by week: new, returning, reactivated and dormant')
      }
      width={width}
      height={height}
      cells={parts}
      factsOf={({ stage, step }) => factsOf(stage, step, model)}
      firstCell={chosenKey ?? (last && partKey('new', last.day))}
      chosen={chosenKey}
      onChoose={choose}
      hintFor={({ key }) =>
        key === chosenKey
          ? t('lifecycle.hint.all', 'Click to show all customers')
          : t('lifecycle.hint.one', 'Click to show these customers')
      }
    >
      {drawing}
    </CellPicture>
  );
}
