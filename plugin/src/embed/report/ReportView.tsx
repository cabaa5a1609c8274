import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useCallback, useEffect, useMemo } from 'react';
import type { Status } from '../api/status';
import type { Dashboard } from '../model/dashboard';
import { useDashboard } from '../page/useDashboard';
import { usePageTitle } from '../page/usePageTitle';
import { useWidth } from '../page/useWidth';
import { useReadySignal } from '../frame/useReadySignal';
import { ReportHeader } from './ReportHeader';
import { ReportSection } from './ReportSection';

interface Props {
  dashboard: Dashboard;
  status: Status;
  fixedTime: boolean;
}

/** A dashboard as a report: all its rows open, in bands that pages break between, and which data it speaks of. */
export function ReportView({ dashboard, status, fixedTime }: Props) {
  const styles = useStyles2(getStyles);
  const paper = useTheme2().colors.background.primary;
  const { scope: ofPage } = useDashboard(dashboard, status, { fixedTime });
  const scope = useMemo(() => ({ ...ofPage, onPaper: true }), [ofPage]);
  const [ref, width] = useWidth();
  useEffect(() => {
    document.body.style.background = paper;
  }, [paper]);
  const title = scope.replace(dashboard.title, {}, 'text');
  usePageTitle(title);
  useReadySignal(
    useCallback(() => {
      // For the program that prints the page.
      document.documentElement.dataset.reportReady = 'true';
    }, []),
  );
  return (
    <main className={styles.page}>
      <ReportHeader title={title} scope={scope} variables={dashboard.variables} generation={status.generation} />
      <div ref={ref}>
        {width > 0 &&
          dashboard.sections.map((section, i) => (
            <ReportSection key={section.heading?.id ?? `first-${i}`} section={section} width={width} scope={scope} />
          ))}
      </div>
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    padding: theme.spacing(1),
    '@media print': { padding: 0 },
    // Nobody can open on paper what is closed.
    'details:not([open])': { display: 'none' },
  }),
});
