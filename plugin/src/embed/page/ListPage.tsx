import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Card, TagList, useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { fetchDashboards } from '../api/dashboards';
import { messageOf } from '../api/http';
import type { Connection } from '../api/useStatus';
import { FailurePage } from './FailurePage';
import { ListSkeleton } from './ListSkeleton';
import { TopBar } from './TopBar';
import { useLoaded } from './useLoaded';
import { usePageTitle } from './usePageTitle';
import type { ThemeMode } from '../host/useThemeMode';

interface Props {
  connection: Connection;
  mode: ThemeMode;
  onMode: (mode: ThemeMode) => void;
}

/** The dashboards that there are. */
export function ListPage({ connection, mode, onMode }: Props) {
  const styles = useStyles2(getStyles);
  const { body: dashboards, failure } = useLoaded(fetchDashboards, connection.returns);
  usePageTitle(t('embed.dashboards', 'Dashboards'));
  if (failure !== undefined)
    return (
      <FailurePage
        title={t('embed.dashboardsFailed', 'The dashboards could not be loaded')}
        message={messageOf(failure)}
        toList={false}
      />
    );
  return (
    <>
      <TopBar title={t('embed.dashboards', 'Dashboards')} mode={mode} onMode={onMode} />
      <main className={styles.list} aria-busy={dashboards === undefined}>
        {dashboards?.length === 0 && <p>{t('embed.noDashboards', 'This server has no dashboards.')}</p>}
        {dashboards === undefined && <ListSkeleton />}
        {dashboards?.map(({ uid, title, description, tags }) => (
          <Card key={uid} href={`/d/${encodeURIComponent(uid)}`} noMargin>
            <Card.Heading>{title}</Card.Heading>
            <Card.Description>{description}</Card.Description>
            {tags.length > 0 && (
              <Card.Tags>
                <TagList tags={tags} />
              </Card.Tags>
            )}
          </Card>
        ))}
      </main>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 360px), 1fr))',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
  }),
});
