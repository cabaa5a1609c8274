import { css } from '@emotion/css';
import { t } from '../../../language/t';
import { RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { FigureButtons } from '../../../components/panel/FigureButtons';
import { MEASURES, type Measure } from '../options';
import { measureText } from '../wording';
import { TOOLBAR_HEIGHT } from './divide';

interface Props {
  width: number;
  measure: Measure;
  asTable: boolean;
  onMeasure: (measure: Measure) => void;
  onTable: (asTable: boolean) => void;
  onExport: () => void;
}

const bar = css({ display: 'flex', alignItems: 'start', gap: 8, height: TOOLBAR_HEIGHT, flexShrink: 0 });
const LABELS_FIT = 480;
const MEASURES_FIT = 330;

/** Chooses what the matrix counts, switches to the figures and hands them out. */
export function Toolbar({ width, measure, asTable, onMeasure, onTable, onExport }: Props) {
  return (
    <div className={bar}>
      {!asTable && width >= MEASURES_FIT && (
        <RadioButtonGroup
          aria-label={t('value.count', 'Measure')}
          size="sm"
          options={MEASURES.map((value) => ({ value, label: measureText(value) }))}
          value={measure}
          onChange={onMeasure}
        />
      )}
      <FigureButtons asTable={asTable} withLabels={width >= LABELS_FIT} onTable={onTable} onExport={onExport} />
    </div>
  );
}
