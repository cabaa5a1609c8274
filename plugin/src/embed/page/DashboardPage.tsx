import type { WarehouseStatus } from '@contract';
import React, { useEffect, useState } from 'react';
import { t } from '../../language/t';
import { ApiError, isAbort, messageOf } from '../api/http';
import type { ThemeMode } from '../host/useThemeMode';
import type { Dashboard } from '../model/dashboard';
import { CenteredPage } from './CenteredPage';
import { DashboardView } from './DashboardView';
import { FailurePage } from './FailurePage';

interface Props {
  uid: string;
  load: (uid: string) => Promise<Dashboard>;
  status: WarehouseStatus | undefined;
  /** Why the server does not answer at the moment. */
  lost: string | undefined;
  mode: ThemeMode;
  onMode: (mode: ThemeMode) => void;
}

type Loaded = { dashboard: Dashboard } | { title: string; message: string };

/** Loads a dashboard's description and shows it. */
export function DashboardPage({ uid, load, status, lost, mode, onMode }: Props) {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let wanted = true;
    setLoaded(undefined);
    load(uid).then(
      (dashboard) => wanted && setLoaded({ dashboard }),
      (error: unknown) => wanted && !isAbort(error) && setLoaded(failure(uid, error)),
    );
    return () => {
      wanted = false;
    };
  }, [uid, load]);
  if (loaded && !('dashboard' in loaded)) return <FailurePage {...loaded} />;
  // Without the status nobody knows the days that the data covers, and so not what to ask.
  if (!loaded || !status) return <CenteredPage title={t('embed.dashboard.loading', 'Loading the dashboard…')} />;
  return <DashboardView key={uid} dashboard={loaded.dashboard} {...{ status, lost, mode, onMode }} />;
}

function failure(uid: string, error: unknown): Loaded {
  if (error instanceof ApiError && error.status === 404) {
    return {
      title: t('embed.dashboard.missing', 'No such dashboard'),
      message: t('embed.dashboard.missingHelp', 'This server has no dashboard with the id "{{uid}}".', { uid }),
    };
  }
  return { title: t('embed.dashboard.failed', 'The dashboard could not be loaded'), message: messageOf(error) };
}
