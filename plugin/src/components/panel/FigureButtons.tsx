import { Button } from '@grafana/ui';
import { css } from '@emotion/css';
import React from 'react';
import { t } from '../../language/t';

interface Props {
  asTable: boolean;
  /** False: the buttons are their signs alone. */
  withLabels: boolean;
  onTable: (asTable: boolean) => void;
  onExport: () => void;
}

const right = css({ display: 'flex', gap: 8, marginLeft: 'auto' });

/** Switches between a picture and its figures, and hands the figures out. */
export function FigureButtons({ asTable, withLabels, onTable, onExport }: Props) {
  return (
    <span className={right} data-screen-only>
      <Button
        size="sm"
        variant="secondary"
        icon={asTable ? 'chart-line' : 'table'}
        aria-label={t('figures.table', 'Table')}
        aria-pressed={asTable}
        tooltip={asTable ? t('figures.show-picture', 'Show the picture') : t('figures.show-table', 'Show the figures')}
        onClick={() => onTable(!asTable)}
      >
        {withLabels && (asTable ? t('figures.picture', 'Picture') : t('figures.table', 'Table'))}
      </Button>
      <Button
        size="sm"
        variant="secondary"
        icon="download-alt"
        aria-label={t('figures.download', 'Download as CSV')}
        tooltip={t('figures.download-help', 'Download the figures as CSV')}
        onClick={onExport}
      >
        {withLabels && 'CSV'}
      </Button>
    </span>
  );
}
