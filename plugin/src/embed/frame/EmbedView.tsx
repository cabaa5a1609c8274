import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useCallback } from 'react';
import type { Status } from '../api/status';
import type { Dashboard } from '../model/dashboard';
import { SampleBanner } from '../page/SampleBanner';
import { Sections } from '../page/Sections';
import { useDashboard } from '../page/useDashboard';
import { usePageTitle } from '../page/usePageTitle';
import { tellParent } from './parent';
import { SinglePanel } from './SinglePanel';
import { useReadySignal } from './useReadySignal';
import { useTellSize } from './useTellSize';

interface Props {
  dashboard: Dashboard;
  status: Status;
  fixedTime: boolean;
  /** How often the server was there again after it had been lost. */
  returns: number;
  /** True: one panel alone. */
  single: boolean;
}

/** A dashboard's panels, or one alone, and nothing around them; the page around is told their height. */
export function EmbedView({ dashboard, status, fixedTime, returns, single }: Props) {
  const styles = useStyles2(getStyles);
  const { scope } = useDashboard(dashboard, status, { fixedTime, returns });
  const measured = useTellSize();
  const panel = single ? dashboard.sections[0]?.panels[0] : undefined;
  const title = scope.replace(panel?.title || dashboard.title, {}, 'text');
  usePageTitle(title);
  useReadySignal(useCallback(() => tellParent({ type: 'ready', title }), [title]));
  return (
    <main ref={measured} aria-label={title} className={single ? undefined : styles.page}>
      {!single && <h1 className={styles.title}>{title}</h1>}
      {!single && status.generation?.sample && <SampleBanner />}
      {panel ? <SinglePanel panel={panel} scope={scope} /> : <Sections sections={dashboard.sections} scope={scope} />}
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flow-root', padding: theme.spacing(1) }),
  title: css({ ...theme.typography.h4, margin: theme.spacing(0, 0, 1) }),
});
