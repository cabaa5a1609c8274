import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { t } from '../../../language/t';
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

const viewChoices = (withLabels: boolean): Array<{ value: View; label: string; description: string }> => [
  {
    value: 'forecast',
    label: t('forecast.views.forecast', 'Forecast'),
    description: t('forecast.views.forecastHelp', 'What was, and what is expected'),
  },
  {
    value: 'backtest',
    label: withLabels ? t('forecast.views.backtest', 'Past forecasts') : t('forecast.views.backtestShort', 'Past'),
    description: t('forecast.views.backtestHelp', 'What would have been forecast in the past, beside what happened'),
  },
];

/** Switches between the views and between picture and table, and hands out the figures. */
export function Toolbar({ width, view, asTable, onView, onTable, onExport, children }: Props) {
  const styles = useStyles2(getStyles);
  const withLabels = width >= LABELS_FIT;
  return (
    <div className={styles.bar}>
      {view && (
        <div data-screen-only>
          <RadioButtonGroup
            aria-label={t('forecast.view', 'View')}
            size="sm"
            options={viewChoices(withLabels)}
            value={view}
            onChange={onView}
          />
        </div>
      )}
      {children}
      <span className={styles.right} data-screen-only>
        <Button
          size="sm"
          variant="secondary"
          icon={asTable ? 'chart-line' : 'table'}
          aria-label={t('forecast.tableLabel', 'Table')}
          aria-pressed={asTable}
          tooltip={
            asTable ? t('forecast.showPicture', 'Show the picture') : t('forecast.showFigures', 'Show the figures')
          }
          onClick={() => onTable(!asTable)}
        >
          {withLabels && (asTable ? t('forecast.pictureLabel', 'Picture') : t('forecast.tableLabel', 'Table'))}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon="download-alt"
          aria-label={t('forecast.csv', 'Download as CSV')}
          tooltip={t('forecast.csvHelp', 'Download the figures as CSV')}
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
