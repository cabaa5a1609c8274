import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useCallback, useEffect, useMemo, useState } from 'react';
import type { Status } from '../api/status';
import type { Dashboard } from '../model/dashboard';
import { useDashboard } from '../page/useDashboard';
import { usePageTitle } from '../page/usePageTitle';
import { useWidth } from '../page/useWidth';
import { useReadySignal } from '../frame/useReadySignal';
import { missingBelow, panelsBelow, type Missing } from './missing';
import { MissingNotice } from './MissingNotice';
import { ReportHeader } from './ReportHeader';
import { ReportSection } from './ReportSection';
import { rowsLeftText } from '../panels/rowsLeft';
import { useFilling } from './useFilling';
import { whenSettled } from './whenSettled';
import { showWholeRows } from './wholeRows';

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
    // The margins of a sheet have the colour of the document itself.
    for (const { style } of [document.documentElement, document.body]) style.background = paper;
  }, [paper]);
  const title = scope.replace(dashboard.title, {}, 'text');
  usePageTitle(title);
  const [found, setFound] = useState<{ missing: Missing[]; panels: number }>();
  useReadySignal(
    useCallback(() => {
      whenSettled('[data-embed-panel]', () => {
        showWholeRows(document, rowsLeftText);
        setFound({ missing: missingBelow(document), panels: panelsBelow(document) });
      });
    }, []),
  );
  const changes = useFilling(found !== undefined);
  return (
    <main className={styles.page}>
      <ReportHeader title={title} scope={scope} variables={dashboard.variables} generation={status.generation}>
        {found && <MissingNotice {...found} />}
      </ReportHeader>
      <div ref={ref}>
        {width > 0 &&
          dashboard.sections.map((section, i) => (
            <ReportSection key={section.heading?.id ?? `first-${i}`} {...{ section, width, scope, changes }} />
          ))}
      </div>
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    padding: theme.spacing(1),
    '@media print': { padding: 0 },
    // Nobody can open on paper what is closed, nor press a button; of a choice, what was chosen says what is shown.
    'details:not([open]), [data-screen-only]': { display: 'none' },
    '[role=radiogroup] > :has(input:not(:checked))': { display: 'none' },
    '[role=radiogroup]': { border: 0, padding: 0 },
    '[role=radiogroup] input:checked + label': { background: 'none', boxShadow: 'none', paddingLeft: 0 },
    // Nothing can be pointed at there to read the rest of a text that is cut.
    'table[aria-rowcount] td': {
      whiteSpace: 'normal !important',
      paddingBlock: theme.spacing(0.5),
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: 1.2,
    },
    // Without its own looks a choice is as high as Grafana's line, which its box cuts through.
    select: { appearance: 'none', border: 0, background: 'none', padding: 0, lineHeight: 'inherit' },
    '[data-rows-left]': {
      ...theme.typography.bodySmall,
      color: theme.colors.text.secondary,
      lineHeight: '28px',
      margin: 0,
      padding: theme.spacing(0, 1),
    },
  }),
});
