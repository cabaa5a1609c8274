import { LoadingState, renderMarkdown } from '@grafana/data';
import { PanelChrome } from '@grafana/ui';
import React, { lazy, memo, Suspense, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Box } from '../layout/grid';
import type { Panel, Target } from '../model/dashboard';
import { usePanelKind } from '../panels/usePanelKind';
import { rangeText } from '../time/named';
import type { DashboardScope } from './dashboardScope';
import { NoticeIcon } from './NoticeIcon';
import { isWithoutRows, PanelBody } from './PanelBody';
import { PanelMenu, type PanelView } from './PanelMenu';
import { usePanel, type PanelState } from './usePanel';

/** Loaded when somebody first asks. */
const Explanation = lazy(async () => ({ default: (await import('./Explanation')).Explanation }));

interface Props {
  panel: Panel;
  box: Box;
  scope: DashboardScope;
  onNeededHeight: (id: number, height: number) => void;
  /** Is told when the answer turns out to have no rows, and when it has some again. */
  onEmpty?: (id: number, isEmpty: boolean) => void;
}

/** One panel: its frame with title, notes and menu, and in it the picture, or what stands in for it. */
export const PanelCard = memo(function PanelCard({ panel, box, scope, onNeededHeight, onEmpty }: Props) {
  const [view, setView] = useState<PanelView>('picture');
  const [explained, setExplained] = useState(false);
  const loaded = usePanelKind(view === 'table' ? 'table' : panel.type);
  const state = usePanel(panel, box.width, scope);
  const { title, answer, request } = state;
  const frameHeight = useRef(0);
  const needsHeight = useCallback(
    (content: number) => onNeededHeight(panel.id, content + frameHeight.current),
    [onNeededHeight, panel.id],
  );
  const isEmpty = answer.revision > 0 ? isWithoutRows(panel, answer) : isAboutNobody(panel, scope);
  // Before it is drawn: what stands below is not to jump.
  useLayoutEffect(() => onEmpty?.(panel.id, isEmpty), [onEmpty, panel.id, isEmpty]);
  const menu = () => <PanelMenu {...{ answer, title, view, setView }} explain={() => setExplained(true)} />;
  const busy = state.asks && (answer.state === LoadingState.Loading || loaded.kind === undefined);
  return (
    <div style={{ height: '100%' }} aria-busy={busy} {...failureProps(state)}>
      <PanelChrome
        width={box.width}
        height={box.height}
        displayMode={panel.transparent ? 'transparent' : 'default'}
        padding={loaded.kind?.noPadding ? 'none' : 'md'}
        menu={state.asks ? menu : undefined}
        {...headerProps(state, box.width, scope.onPaper)}
        {...stateProps(state)}
      >
        {(width, height) => {
          frameHeight.current = box.height - height;
          return (
            <PanelBody
              {...{ panel, title, loaded, answer, request, scope, width, height, view }}
              onNeededHeight={needsHeight}
              onRetry={scope.onPaper ? undefined : state.askAgain}
            />
          );
        }}
      </PanelChrome>
      {explained && (
        <Suspense fallback={null}>
          <Explanation
            {...state}
            period={rangeText(scope.range, scope.timeZone, scope.days)}
            onClose={() => setExplained(false)}
          />
        </Suspense>
      )}
    </div>
  );
});

/** True for questions about a customer where none is chosen yet: their answer is empty, and that is known before it comes. */
function isAboutNobody({ targets }: Panel, { replace }: DashboardScope): boolean {
  const isNobody = ({ customer }: Target) => typeof customer === 'string' && replace(customer, {}, 'text') === '';
  return targets.length > 0 && targets.every(isNobody);
}

/** Where nothing can be hovered, the menu must be in sight. */
const touch = window.matchMedia('(hover: none)').matches;

/** Below these widths (px) the title needs the room of the description's icon; "Explain" in the menu still has the text. */
const ROOM_FOR_ICON = 240;
const ROOM_FOR_TWO_ICONS = 290;

/** On paper nothing opens: icons that promise more are left out there. */
function headerProps({ title, description, notices }: PanelState, width: number, onPaper = false) {
  const roomNeeded = notices.length > 0 ? ROOM_FOR_TWO_ICONS : ROOM_FOR_ICON;
  const described = description !== '' && width >= roomNeeded && !onPaper;
  return {
    title,
    description: described ? () => renderMarkdown(description) : '',
    titleItems: notices.length > 0 && !onPaper ? <NoticeIcon notices={notices} /> : undefined,
    ...(title === '' ? { hoverHeader: true } : { collapsible: false, showMenuAlways: touch }),
  };
}

/** For the report, which says at its beginning what it lacks. */
function failureProps({ title, answer: { errors } }: PanelState) {
  return { 'data-panel-title': title, 'data-panel-errors': errors.length > 0 ? errors.join(' ') : undefined };
}

function stateProps({ asks, answer }: PanelState) {
  return {
    loadingState: asks && answer.state === LoadingState.Loading ? LoadingState.Loading : undefined,
    statusMessage: answer.errors.length > 0 ? answer.errors.join(' ') : undefined,
  };
}
