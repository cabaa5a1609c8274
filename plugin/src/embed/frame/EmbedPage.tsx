import React, { lazy, Suspense, useEffect, useState } from 'react';
import { t } from '../../language/t';
import { ApiError, isAbort, messageOf } from '../api/http';
import type { Status } from '../api/status';
import { fetchVisible, type VisibleDashboard } from '../api/visible';
import { CenteredPage } from '../page/CenteredPage';
import { EmbedFailure } from './EmbedFailure';
import { EmbedView } from './EmbedView';
import { onlyPanel } from './onlyPanel';

const ReportView = lazy(async () => ({ default: (await import('../report/ReportView')).ReportView }));

interface Props {
  uid: string;
  panel: number | undefined;
  search: string;
  /** Undefined while the data is not ready. */
  status: Status | undefined;
  /** How often the server was there again after it had been lost. */
  returns: number;
}

type Loaded = VisibleDashboard | { message: string };

/** Loads what is to be shown, and shows it; what was loaded stays until something newer has come. */
export function EmbedPage({ uid, panel, search, status, returns }: Props) {
  const [loaded, setLoaded] = useState<Loaded>();
  const hasFailed = loaded !== undefined && 'message' in loaded;
  const again = hasFailed ? returns : 0;
  useEffect(() => {
    const controller = new AbortController();
    fetchVisible(uid, search, controller.signal).then(setLoaded, (error: unknown) => {
      if (!isAbort(error)) setLoaded({ message: failureOf(uid, error) });
    });
    return () => controller.abort();
  }, [uid, search, again]);
  if (hasFailed) return <EmbedFailure message={loaded.message} />;
  if (!loaded || !status) return <CenteredPage title={t('frame.loading', 'Loading…')} />;
  const dashboard = panel === undefined ? loaded.dashboard : onlyPanel(loaded.dashboard, panel);
  if (!dashboard) {
    return <EmbedFailure message={t('frame.noPanel', 'The dashboard has no panel {{panel}}.', { panel })} />;
  }
  const props = { dashboard, status, fixedTime: loaded.fixedTime };
  if (!new URLSearchParams(search).has('report'))
    return <EmbedView {...props} returns={returns} single={panel !== undefined} />;
  return (
    <Suspense fallback={null}>
      <ReportView {...props} />
    </Suspense>
  );
}

function failureOf(uid: string, error: unknown): string {
  if (error instanceof ApiError && error.status === 404 && !error.message.includes('link')) {
    return t('frame.noDashboard', 'This server has no dashboard with the id "{{uid}}".', { uid });
  }
  return messageOf(error);
}
