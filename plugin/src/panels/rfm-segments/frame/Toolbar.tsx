import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../../format/dates';
import { t } from '../../../language/t';
import type { Size, View } from '../options';

interface Props {
  width: number;
  view: View;
  size: Size;
  asOf?: string;
  onView: (view: View) => void;
  onSize: (size: Size) => void;
}

const viewChoices = (): Array<{ value: View; label: string; description: string }> => [
  {
    value: 'treemap',
    label: t('segments.views.treemap', 'Segments'),
    description: t('segments.views.treemapHelp', 'The segments by their size'),
  },
  {
    value: 'grid',
    label: t('segments.views.grid', 'Scores'),
    description: t('segments.views.gridHelp', 'The customers by recency and frequency score'),
  },
  {
    value: 'table',
    label: t('segments.views.table', 'Table'),
    description: t('segments.views.tableHelp', 'All figures as a table'),
  },
];
const sizeChoices = (): Array<{ value: Size; label: string }> => [
  { value: 'customers', label: t('segments.customers', 'Customers') },
  { value: 'revenue', label: t('segments.revenue', 'Revenue') },
];
const BOTH_FIT = 370;
const DAY_FITS = 520;

export const TOOLBAR_HEIGHT = 32;

/** Switches between the views and between counting customers and revenue; says as of which day it all is. */
export function Toolbar({ width, view, size, asOf, onView, onSize }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar}>
      <div data-screen-only>
        <RadioButtonGroup
          aria-label={t('segments.view', 'View')}
          size="sm"
          options={viewChoices()}
          value={view}
          onChange={onView}
        />
      </div>
      {view !== 'table' && width >= BOTH_FIT && (
        <RadioButtonGroup
          aria-label={t('segments.count', 'Count')}
          size="sm"
          options={sizeChoices()}
          value={size}
          onChange={onSize}
        />
      )}
      {asOf && width >= DAY_FITS && (
        <span className={styles.day}>{t('segments.asOf', 'As of {{day}}', { day: formatDay(asOf) })}</span>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', alignItems: 'start', gap: theme.spacing(1), height: TOOLBAR_HEIGHT }),
  day: css({
    marginLeft: 'auto',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '24px',
  }),
});
