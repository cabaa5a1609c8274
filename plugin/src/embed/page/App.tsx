import { loadText, type WarehouseStatus } from '@contract';
import { ThemeContext, type GrafanaTheme2 } from '@grafana/data';
import { ErrorBoundary, GlobalStyles, PortalContainer } from '@grafana/ui';
import React, { useMemo } from 'react';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import { messageOf } from '../api/http';
import { useStatus, type Connection } from '../api/useStatus';
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
import { SignInLink } from './SignInLink';

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
      <ErrorBoundary>
        {({ error }) =>
          error ? (
            <FailurePage title={t('embed.errors.page', 'This page could not be shown')} message={messageOf(error)} />
          ) : (
            <Pages loadDashboard={loadDashboard} mode={mode} onMode={setMode} />
          )
        }
      </ErrorBoundary>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

function Pages({ loadDashboard, mode, onMode }: Props & { mode: ThemeMode; onMode: (mode: ThemeMode) => void }) {
  const { status, connection } = useStatus();
  const route = routeOf(usePlace().pathname);
  if (!status && connection.lost !== undefined) return <NoAnswer {...connection} />;
  if (status && !status.generation && status.state !== 'ready') return <NothingYet status={status} />;
  switch (route.page) {
    case 'list':
      return <ListPage {...{ connection, mode, onMode }} />;
    case 'dashboard':
      return <DashboardPage uid={route.uid} load={loadDashboard} {...{ status, connection, mode, onMode }} />;
    case 'missing':
      return (
        <FailurePage
          title={t('embed.errors.missing', 'No such page')}
          message={t('embed.errors.missingHelp', 'There is nothing at this address.')}
        />
      );
  }
}

function NoAnswer({ lost = '', signedOut }: Connection) {
  if (!signedOut) return <FailurePage title={t('embed.errors.title', 'No answer')} message={lost} toList={false} />;
  return (
    <FailurePage title={lost} message={t('embed.signInHelp', 'Sign in again to go on reading.')} toList={false}>
      <SignInLink />
    </FailurePage>
  );
}

/** Before there is any data: how far it is, or why there is none. */
function NothingYet({ status: { state, progress, error } }: { status: WarehouseStatus }) {
  if (state === 'building') return <BuildingPage progress={progress} />;
  return (
    <FailurePage
      title={t('embed.errors.prepare', 'The data could not be prepared')}
      message={
        error === undefined ? t('embed.errors.noReason', 'No reason was given.') : loadText(error, currentLanguage())
      }
      toList={false}
    />
  );
}
