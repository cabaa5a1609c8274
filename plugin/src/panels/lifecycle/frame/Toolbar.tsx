import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { Button, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../../format/dates';
import type { View } from '../options';

interface Props {
  width: number;
  height: number;
  view: View;
  asOf?: string;
  onView: (view: View) => void;
  onExport: () => void;
}

const DAY_FITS = 360;

/** Switches between picture and table, and downloads the figures. */
export function Toolbar({ width, height, view, asOf, onView, onExport }: Props) {
  const styles = useStyles2(getStyles);
  const views: Array<{ value: View; label: string }> = [
    { value: 'chart', label: t('lifecycle.view.chart', 'Chart') },
    { value: 'table', label: t('lifecycle.view.table', 'Table') },
  ];
  return (
    <div className={styles.bar} style={{ height }}>
      <div data-screen-only>
        <RadioButtonGroup
          aria-label={t('lifecycle.view.label', 'View')}
          size="sm"
          options={views}
          value={view}
          onChange={onView}
        />
      </div>
      <span className={styles.day}>
        {asOf && width >= DAY_FITS && t('lifecycle.as-of', 'As of {{day}}', { day: formatDay(asOf) })}
      </span>
      <Button
        data-screen-only
        size="sm"
        variant="secondary"
        icon="download-alt"
        aria-label={t('lifecycle.csv', 'Download as CSV')}
        tooltip={t('lifecycle.csv', 'Download as CSV')}
        onClick={onExport}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', alignItems: 'start', gap: theme.spacing(1), flexShrink: 0 }),
  day: css({
    marginLeft: 'auto',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '24px',
  }),
});
