import { css } from '@emotion/css';
import type { WarehouseStatus } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { stepText } from '../../language/names';
import { t } from '../../language/t';
import { CenteredPage } from './CenteredPage';

interface Props {
  progress: WarehouseStatus['progress'];
}

/** While the first warehouse is being built. The page goes on by itself as soon as there is something to show. */
export function BuildingPage({ progress }: Props) {
  const styles = useStyles2(getStyles);
  const percent = Math.round((progress?.share ?? 0) * 100);
  return (
    <CenteredPage title={t('embed.building.title', 'Preparing your data')}>
      <p>{t('embed.building.text', 'The order history is being read and checked. This page goes on by itself.')}</p>
      <div
        role="progressbar"
        aria-label={t('embed.building.label', 'Building the warehouse')}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className={styles.track}
      >
        <div className={styles.bar} style={{ width: `${percent}%` }} />
      </div>
      <p className={styles.step} aria-live="polite">
        {percent}%{progress ? ` · ${stepText(progress.step)}` : ''}
      </p>
    </CenteredPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({
    height: 8,
    borderRadius: 4,
    overflow: 'hidden',
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
  }),
  bar: css({
    height: '100%',
    background: theme.colors.primary.main,
    [theme.transitions.handleMotion('no-preference')]: { transition: 'width 400ms ease-out' },
  }),
  step: css({ marginTop: theme.spacing(1), color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
