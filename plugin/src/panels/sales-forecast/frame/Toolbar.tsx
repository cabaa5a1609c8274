import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { View } from '../options';
import { TOOLBAR_HEIGHT } from './layout';

interface Props {
  width: number;
  /** Absent: there is but one view. */
  view?: View;
  asTable: boolean;
  onView: (view: View) => void;
  onTable: (asTable: boolean) => void;
  onExport: () => void;
  /** What belongs to the view. */
  children?: ReactNode;
}

const LABELS_FIT = 440;

const VIEW_CHOICES: Array<{ value: View; label: string; description: string }> = [
  { value: 'forecast', label: 'Forecast', description: 'What was, and what is expected' },
  {
    value: 'backtest',
    label: 'Past forecasts',
    description: 'What would have been forecast in the past, beside what happened',
  },
];

const SHORT_CHOICES = VIEW_CHOICES.map((choice) => ({ ...choice, label: choice.label.replace(' forecasts', '') }));

/** Switches between the views and between picture and table, and hands out the figures. */
export function Toolbar({ width, view, asTable, onView, onTable, onExport, children }: Props) {
  const styles = useStyles2(getStyles);
  const withLabels = width >= LABELS_FIT;
  return (
    <div className={styles.bar}>
      {view && (
        <RadioButtonGroup
          aria-label="View"
          size="sm"
          options={withLabels ? VIEW_CHOICES : SHORT_CHOICES}
          value={view}
          onChange={onView}
        />
      )}
      {children}
      <span className={styles.right}>
        <Button
          size="sm"
          variant="secondary"
          icon={asTable ? 'chart-line' : 'table'}
          aria-label="Table"
          aria-pressed={asTable}
          tooltip={asTable ? 'Show the picture' : 'Show the figures'}
          onClick={() => onTable(!asTable)}
        >
          {withLabels && (asTable ? 'Picture' : 'Table')}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon="download-alt"
          aria-label="Download as CSV"
          tooltip="Download the figures as CSV"
          onClick={onExport}
        >
          {withLabels && 'CSV'}
        </Button>
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', alignItems: 'start', gap: theme.spacing(1), height: TOOLBAR_HEIGHT, flexShrink: 0 }),
  right: css({ display: 'flex', gap: theme.spacing(1), marginLeft: 'auto' }),
});
