import React, { useCallback, useState, useSyncExternalStore } from 'react';
import { rowsToPx } from '../layout/grid';
import type { Panel } from '../model/dashboard';
import type { DashboardScope } from '../page/dashboardScope';
import { PanelCard } from '../page/PanelCard';
import { useWidth } from '../page/useWidth';

interface Props {
  panel: Panel;
  scope: DashboardScope;
}

/**
 * One panel over the whole width: as high as its dashboard has it (or its content needs), or with `height=fill` in the
 * address as high as the frame, for pages that give it a height of their own.
 */
export function SinglePanel({ panel, scope }: Props) {
  const [ref, width] = useWidth();
  const [needed, setNeeded] = useState(0);
  const onNeededHeight = useCallback((_id: number, height: number) => setNeeded(height), []);
  const frameHeight = useSyncExternalStore(onResize, () => window.innerHeight);
  const height = fills() ? frameHeight : Math.max(rowsToPx(panel.gridPos.h), needed);
  return (
    <div ref={ref} style={{ height }} data-embed-panel={panel.id}>
      {width > 0 && (
        <PanelCard panel={panel} box={{ x: 0, y: 0, width, height }} scope={scope} onNeededHeight={onNeededHeight} />
      )}
    </div>
  );
}

const fills = (): boolean => new URLSearchParams(window.location.search).get('height') === 'fill';

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
