import { css } from '@emotion/css';
import React, { useCallback, useMemo, useState } from 'react';
import { placePanels } from '../layout/grid';
import { minimumWidth } from '../layout/minimumWidth';
import type { Panel } from '../model/dashboard';
import type { DashboardScope } from './dashboardScope';
import { PanelCard } from './PanelCard';

interface Props {
  panels: readonly Panel[];
  /** In px. */
  width: number;
  scope: DashboardScope;
}

/** The panels of a section in their places, in reading order for keyboard and screen reader. */
export function SectionGrid({ panels, width, scope }: Props) {
  const [needed, setNeeded] = useState<Readonly<Record<number, number>>>({});
  const onNeededHeight = useCallback(
    (id: number, height: number) =>
      setNeeded((before) => (before[id] === height ? before : { ...before, [id]: height })),
    [],
  );
  const layout = useMemo(() => {
    const items = panels.map(({ id, type, gridPos }) => ({
      id,
      gridPos,
      minimumWidth: minimumWidth(type, width),
      neededHeight: needed[id],
    }));
    return placePanels(items, width);
  }, [panels, width, needed]);
  const inOrder = useMemo(
    () => [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x),
    [panels],
  );
  return (
    <div className={styles.grid} style={{ height: layout.height }} data-embed-grid="">
      {inOrder.map((panel) => {
        const box = layout.boxes.get(panel.id);
        return (
          box && (
            <div
              key={panel.id}
              className={styles.place}
              style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
              data-embed-panel={panel.id}
            >
              <PanelCard panel={panel} box={box} scope={scope} onNeededHeight={onNeededHeight} />
            </div>
          )
        );
      })}
    </div>
  );
}

const styles = {
  grid: css({ position: 'relative' }),
  place: css({ position: 'absolute', '@media print': { breakInside: 'avoid' } }),
};
