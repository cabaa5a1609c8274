import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { t } from '../../../language/t';
import type { Measure } from '../measures';
import type { Level } from '../options';
import { TOOLBAR_HEIGHT } from './divide';
import { MeasureField } from './MeasureField';

interface Props {
  width: number;
  measure: Measure;
  /** Those that the answer knows. */
  measures: readonly Measure[];
  /** Absent: there is nothing to switch between. */
  level?: Level;
  asTable: boolean;
  onMeasure: (measure: Measure) => void;
  onLevel: (level: Level) => void;
  onTable: (asTable: boolean) => void;
  onExport: () => void;
  /** Stands in place of the levels: the way back from a state. */
  children?: ReactNode;
}

const LABELS_FIT = 600;

/** Switches between measures, between states and cities, and between map and table; hands out the figures. */
export function Toolbar(props: Props) {
  const { width, measure, measures, level, asTable, onMeasure, onLevel, onTable, onExport, children } = props;
  const styles = useStyles2(getStyles);
  const withLabels = width >= LABELS_FIT;
  const levels: Array<{ value: Level; label: string }> = [
    { value: 'states', label: t('map.level.states', 'States') },
    { value: 'cities', label: t('map.level.cities', 'Cities') },
  ];
  return (
    <div className={styles.bar}>
      {children}
      {!children && level && (
        <RadioButtonGroup
          aria-label={t('map.level.label', 'Places')}
          size="sm"
          options={levels}
          value={level}
          onChange={onLevel}
        />
      )}
      <MeasureField measure={measure} measures={measures} onMeasure={onMeasure} />
      <span className={styles.right} data-screen-only>
        <Button
          size="sm"
          variant="secondary"
          icon={asTable ? 'compass' : 'table'}
          aria-label={t('map.table.label', 'Table')}
          aria-pressed={asTable}
          tooltip={asTable ? t('map.table.hide', 'Show the map') : t('map.table.show', 'Show the figures')}
          onClick={() => onTable(!asTable)}
        >
          {withLabels && (asTable ? t('map.table.map', 'Map') : t('map.table.label', 'Table'))}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon="download-alt"
          aria-label={t('map.csv.label', 'Download as CSV')}
          tooltip={t('map.csv.tooltip', 'Download the figures as CSV')}
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
