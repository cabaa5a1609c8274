import type { WarehouseStatus } from '@contract';
import React, { useCallback } from 'react';
import { t } from '../../language/t';
import { fetchDashboards, type DashboardSummary } from '../api/dashboards';
import { ApiError, messageOf } from '../api/http';
import type { Connection } from '../api/useStatus';
import type { ThemeMode } from '../host/useThemeMode';
import type { Dashboard } from '../model/dashboard';
import { CenteredPage } from './CenteredPage';
import { DashboardView } from './DashboardView';
import { FailurePage } from './FailurePage';
import { useLoaded } from './useLoaded';

interface Props {
  uid: string;
  load: (uid: string) => Promise<Dashboard>;
  status: WarehouseStatus | undefined;
  connection: Connection;
  mode: ThemeMode;
  onMode: (mode: ThemeMode) => void;
}

/** Loads a dashboard's description and shows it. */
export function DashboardPage({ uid, load, status, connection, mode, onMode }: Props) {
  const { body, failure } = useLoaded(
    // The other dashboards as well, so that links to them do not push the page down when it is already read.
    useCallback((signal: AbortSignal) => Promise.all([load(uid), allDashboards(signal)]), [uid, load]),
    connection.returns,
  );
  if (failure !== undefined) return <FailurePage {...explained(uid, failure)} />;
  // Without the status nobody knows the days that the data covers, and so not what to ask.
  if (!body || !status) return <CenteredPage title={t('embed.dashboard.loading', 'Loading the dashboard…')} />;
  const [dashboard, dashboards] = body;
  return <DashboardView key={uid} {...{ dashboard, dashboards, status, connection, mode, onMode }} />;
}

/** Without the list the page still works: its own links are simply not there. */
const allDashboards = (signal: AbortSignal): Promise<DashboardSummary[]> => fetchDashboards(signal).catch(() => []);

function explained(uid: string, failure: unknown): { title: string; message: string } {
  if (failure instanceof ApiError && failure.status === 404) {
    return {
      title: t('embed.dashboard.missing', 'No such dashboard'),
      message: t('embed.dashboard.missingHelp', 'This server has no dashboard with the id "{{uid}}".', { uid }),
    };
  }
  return { title: t('embed.dashboard.failed', 'The dashboard could not be loaded'), message: messageOf(failure) };
}
