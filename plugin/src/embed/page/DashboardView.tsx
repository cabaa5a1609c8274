import { css } from '@emotion/css';
import type { WarehouseStatus } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { DashboardSummary } from '../api/dashboards';
import type { Connection } from '../api/useStatus';
import type { ThemeMode } from '../host/useThemeMode';
import { rangeText } from '../time/named';
import type { Dashboard } from '../model/dashboard';
import { Banners } from './Banners';
import { DashboardLinks } from './DashboardLinks';
import { OutsideBanner } from './OutsideBanner';
import { Provenance } from './Provenance';
import { Sections } from './Sections';
import { TimeControls } from './TimeControls';
import { TopBar } from './TopBar';
import { useDashboard } from './useDashboard';
import { usePageTitle } from './usePageTitle';
import { VariableBar } from './VariableBar';

interface Props {
  dashboard: Dashboard;
  /** All that the server has. */
  dashboards: readonly DashboardSummary[];
  status: WarehouseStatus;
  connection: Connection;
  mode: ThemeMode;
  onMode: (mode: ThemeMode) => void;
}

/** A dashboard with its controls. */
export function DashboardView({ dashboard, dashboards, status, connection, mode, onMode }: Props) {
  const styles = useStyles2(getStyles);
  const { scope, options, errors, interval, refresh } = useDashboard(dashboard, status, {
    returns: connection.returns,
  });
  const title = scope.replace(dashboard.title, {}, 'text');
  usePageTitle(title);
  return (
    <>
      <TopBar
        title={title}
        subtitle={rangeText(scope.range, scope.timeZone, scope.days)}
        description={dashboard.description}
        mode={mode}
        onMode={onMode}
        below={
          <div className={styles.below}>
            <VariableBar
              variables={dashboard.variables}
              selection={scope.selection}
              options={options}
              errors={errors}
            />
            <DashboardLinks links={dashboard.links} dashboards={dashboards} scope={scope} />
          </div>
        }
      >
        <TimeControls
          range={scope.range}
          timeZone={scope.timeZone}
          days={scope.days}
          interval={interval}
          intervals={dashboard.refreshIntervals}
          onRefresh={refresh}
        />
      </TopBar>
      <Banners status={status} connection={connection} />
      <main className={styles.main}>
        {scope.days && <OutsideBanner range={scope.range} days={scope.days} />}
        <Sections sections={dashboard.sections} scope={scope} />
        {status.generation && <Provenance generation={status.generation} />}
      </main>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  below: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    '&:empty': { display: 'none' },
  }),
  main: css({ padding: theme.spacing(1, 2, 2), [theme.breakpoints.down('md')]: { padding: theme.spacing(1) } }),
});
