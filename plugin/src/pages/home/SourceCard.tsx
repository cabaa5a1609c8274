import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, LinkButton, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { useWarehouseStatus } from '../../components/status/useWarehouseStatus';
import { WarehouseStatusView } from '../../components/status/WarehouseStatusView';
import { t } from '../../language/t';
import { isAdministrator } from '../frame/role';
import { settingsUrl, type Source } from '../sources';
import { DashboardLinks } from './DashboardLinks';

interface Props {
  source: Source;
  /** True where there is more than one, so that it has to be said which is shown first. */
  several: boolean;
}

/** One data source: what it serves, and the dashboards over it. */
export function SourceCard({ source, several }: Props) {
  const styles = useStyles2(getStyles);
  const state = useWarehouseStatus(source.uid);
  const generation = state.phase === 'known' ? state.status.generation : undefined;
  const headingId = `churnwatch-source-${source.uid}`;
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <div className={styles.head}>
        <Text element="h2" variant="h4">
          <span id={headingId}>{source.name}</span>
        </Text>
        {several && source.isDefault && <Badge text={t('pages.home.default', 'Default')} color="blue" />}
        {generation && (
          <Badge
            text={generation.sample ? t('pages.home.sample', 'Sample data') : t('pages.home.own', 'Own data')}
            color={generation.sample ? 'orange' : 'green'}
          />
        )}
        {isAdministrator() && (
          <LinkButton
            className={styles.settings}
            href={settingsUrl(source.uid)}
            variant="secondary"
            fill="text"
            size="sm"
          >
            {t('pages.home.settings', 'Settings')}
          </LinkButton>
        )}
      </div>
      {generation && <DashboardLinks source={source} generation={generation} />}
      <WarehouseStatusView state={state} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'grid',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  settings: css({ marginLeft: 'auto' }),
});
