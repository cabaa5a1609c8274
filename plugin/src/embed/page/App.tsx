import { ThemeContext, type GrafanaTheme2 } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useStatus } from '../api/useStatus';
import { routeOf } from '../host/route';
import { usePlace } from '../host/location';
import { useLinks } from '../host/useLinks';
import { useThemeMode, type ThemeMode } from '../host/useThemeMode';
import type { Dashboard } from '../model/dashboard';
import { themeOf } from '../host/themes';
import { BuildingPage } from './BuildingPage';
import { DashboardPage } from './DashboardPage';
import { FailurePage } from './FailurePage';
import { ListPage } from './ListPage';

interface Props {
  loadDashboard: (uid: string) => Promise<Dashboard>;
}

/** The whole page: the theme, and what the address leads to. */
export function App({ loadDashboard }: Props) {
  const [mode, setMode] = useThemeMode();
  const theme = useMemo<GrafanaTheme2>(() => themeOf(mode), [mode]);
  useLinks();
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <Pages loadDashboard={loadDashboard} mode={mode} onMode={setMode} />
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

function Pages({ loadDashboard, mode, onMode }: Props & { mode: ThemeMode; onMode: (mode: ThemeMode) => void }) {
  const { status, error } = useStatus();
  const route = routeOf(usePlace().pathname);
  if (!status && error !== undefined) return <FailurePage title="No answer" message={error} toList={false} />;
  if (status && !status.generation) {
    if (status.state === 'building') return <BuildingPage progress={status.progress} />;
    if (status.state === 'failed') {
      return (
        <FailurePage
          title="The data could not be prepared"
          message={status.error ?? 'No reason was given.'}
          toList={false}
        />
      );
    }
  }
  switch (route.page) {
    case 'list':
      return <ListPage mode={mode} onMode={onMode} />;
    case 'dashboard':
      return <DashboardPage uid={route.uid} load={loadDashboard} status={status} mode={mode} onMode={onMode} />;
    case 'missing':
      return <FailurePage title="No such page" message="There is nothing at this address." />;
  }
}
