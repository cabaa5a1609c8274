import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';

const FOLDER = 'data/olist';
const COMMAND = 'npm start -- --data FOLDER';

/** Says that the numbers are invented, and how to see one's own. */
export function SampleBanner() {
  const styles = useStyles2(getStyles);
  return (
    <aside aria-label={t('embed.sample.label', 'About this data')} className={styles.banner}>
      <Icon name="info-circle" />
      <span>
        <strong>{t('embed.sample.what', 'Generated sample data, not a real shop.')}</strong>{' '}
        {t('embed.sample.put', 'To see your own, put your CSV files into')} <code>{FOLDER}</code>{' '}
        {t('embed.sample.start', 'or start with')} <code>{COMMAND}</code>.
      </span>
    </aside>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  banner: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 2),
    background: theme.colors.info.transparent,
    color: theme.colors.text.primary,
    borderBottom: `1px solid ${theme.colors.info.borderTransparent}`,
    overflowWrap: 'anywhere',
    code: { whiteSpace: 'normal' },
  }),
});
