import { LoadingState, renderMarkdown } from '@grafana/data';
import { PanelChrome } from '@grafana/ui';
import React, { memo, useCallback, useMemo, useRef, useState } from 'react';
import { noticesOf } from '../data/notices';
import { panelRequest } from '../data/panelRequest';
import { usePanelData } from '../data/usePanelData';
import type { Box } from '../layout/grid';
import type { Panel } from '../model/dashboard';
import { usePanelKind } from '../panels/usePanelKind';
import type { DashboardScope } from './dashboardScope';
import { Explanation } from './Explanation';
import { NoticeIcon } from './NoticeIcon';
import { PanelBody } from './PanelBody';
import { PanelMenu, type PanelView } from './PanelMenu';

/** Where nothing can be hovered, the menu must be in sight. */
const touch = window.matchMedia('(hover: none)').matches;

/** Below this width (px) the title needs the room of the description's icon; "Explain" in the menu still has the text. */
const ROOM_FOR_ICONS = 240;

interface Props {
  panel: Panel;
  box: Box;
  scope: DashboardScope;
  onNeededHeight: (id: number, height: number) => void;
}

/** One panel: its frame with title, notes and menu, and in it the picture, or what stands in for it. */
export const PanelCard = memo(function PanelCard({ panel, box, scope, onNeededHeight }: Props) {
  const [view, setView] = useState<PanelView>('picture');
  const [explained, setExplained] = useState(false);
  const firstWidth = useRef(box.width).current;
  const request = useMemo(() => panelRequest(panel, scope.range, firstWidth, scope.source, scope.pending), [panel, scope, firstWidth]);
  const answer = usePanelData(panel, request, scope.refresh, scope.replace);
  const title = scope.replace(panel.title, {}, 'text');
  const description = scope.replace(panel.description, {}, 'text');
  const notices = useMemo(() => noticesOf(answer.received), [answer.received]);
  const frameHeight = useRef(0);
  const needsHeight = useCallback(
    (content: number) => onNeededHeight(panel.id, content + frameHeight.current),
    [onNeededHeight, panel.id],
  );
  const loaded = usePanelKind(view === 'table' ? 'table' : panel.type);
  const hasData = panel.targets.length > 0;
  return (
    <>
      <PanelChrome
        width={box.width}
        height={box.height}
        title={title}
        description={description === '' || box.width < ROOM_FOR_ICONS ? '' : () => renderMarkdown(description)}
        displayMode={panel.transparent ? 'transparent' : 'default'}
        {...(title === '' ? { hoverHeader: true } : { collapsible: false, showMenuAlways: touch })}
        padding={loaded.kind?.noPadding ? 'none' : 'md'}
        loadingState={hasData && answer.state === LoadingState.Loading ? LoadingState.Loading : undefined}
        statusMessage={answer.errors.length > 0 ? answer.errors.join(' ') : undefined}
        titleItems={notices.length > 0 ? <NoticeIcon notices={notices} /> : undefined}
        menu={hasData ? () => <PanelMenu {...{ answer, title, view, setView }} explain={() => setExplained(true)} /> : undefined}
      >
        {(width, height) => {
          frameHeight.current = box.height - height;
          return <PanelBody {...{ panel, title, loaded, answer, scope, width, height, view }} onNeededHeight={needsHeight} />;
        }}
      </PanelChrome>
      {explained && (
        <Explanation {...{ title, description, request, answer, notices }} onClose={() => setExplained(false)} />
      )}
    </>
  );
});
