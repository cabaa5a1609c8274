import type { WarehouseStatus } from '@contract';
import { css } from '@emotion/css';
import { Trans } from '@grafana/i18n';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { stepText } from '../../language/names';
import { t } from '../../language/t';
import { Elapsed } from './Elapsed';
import { percentOf, ProgressBar } from './ProgressBar';

interface Props {
  progress: WarehouseStatus['progress'];
  /** True when nothing is served yet. */
  first: boolean;
}

/** How far the building of the warehouse has come: the step, the share done and a bar. */
export function BuildProgress({ progress, first }: Props) {
  const styles = useStyles2(getStyles);
  const percent = percentOf(progress?.share ?? 0);
  return (
    <div className={styles.box} role="status">
      <div>
        <Trans i18nKey="components.build.progress" values={{ share: `${percent}%` }}>
          The warehouse is being built: <strong>{'{{share}}'}</strong>
        </Trans>
        {progress ? `, ${stepText(progress.step)} ` : ''}
        <Elapsed seconds={progress?.seconds} />
      </div>
      <ProgressBar label={t('components.build.label', 'Building the warehouse')} percent={percent} />
      <div className={styles.note}>
        {first
          ? t('components.build.first', 'Dashboards answer as soon as it is done.')
          : t('components.build.meanwhile', 'Dashboards keep answering from the data before.')}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'grid',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
