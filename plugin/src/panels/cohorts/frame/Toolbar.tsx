import { COHORT_MEASURES, type CohortMeasure } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { Button, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../../format/dates';
import type { View } from '../options';
import { measureText } from '../wording';

interface Props {
  width: number;
  height: number;
  view: View;
  measure: CohortMeasure;
  asOf?: string;
  onView: (view: View) => void;
  onMeasure: (measure: CohortMeasure) => void;
  onExport: () => void;
}

const DAY_FITS = 640;

/** Switches between picture and table and between measures, and downloads the figures. */
export function Toolbar({ width, height, view, measure, asOf, onView, onMeasure, onExport }: Props) {
  const styles = useStyles2(getStyles);
  const views: Array<{ value: View; label: string }> = [
    { value: 'map', label: t('cohorts.view.map', 'Heat map') },
    { value: 'table', label: t('cohorts.view.table', 'Table') },
  ];
  const measures = COHORT_MEASURES.map((value) => ({ value, label: measureText(value) }));
  return (
    <div className={styles.bar} style={{ height }}>
      <RadioButtonGroup
        aria-label={t('cohorts.measure.label', 'Measure')}
        size="sm"
        options={measures}
        value={measure}
        onChange={onMeasure}
      />
      <div className={styles.rest}>
        <div data-screen-only>
          <RadioButtonGroup
            aria-label={t('cohorts.view.label', 'View')}
            size="sm"
            options={views}
            value={view}
            onChange={onView}
          />
        </div>
        <span className={styles.day}>
          {asOf && width >= DAY_FITS && t('cohorts.as-of', 'As of {{day}}', { day: formatDay(asOf) })}
        </span>
        <Button
          data-screen-only
          size="sm"
          variant="secondary"
          icon="download-alt"
          aria-label={t('cohorts.csv', 'Download as CSV')}
          tooltip={t('cohorts.csv', 'Download as CSV')}
          onClick={onExport}
        />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    alignContent: 'start',
    gap: theme.spacing(1),
    flexShrink: 0,
  }),
  rest: css({ display: 'flex', flexGrow: 1, gap: theme.spacing(1) }),
  day: css({
    marginLeft: 'auto',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '24px',
  }),
});
