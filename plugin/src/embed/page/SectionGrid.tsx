import { css } from '@emotion/css';
import React, { useMemo } from 'react';
import { placePanels } from '../layout/grid';
import { askedHeight, minimumWidth } from '../layout/minimumWidth';
import { waitsFor } from '../data/panelRequest';
import type { Panel } from '../model/dashboard';
import type { DashboardScope } from './dashboardScope';
import { PanelCard } from './PanelCard';
import { useHeights } from './useHeights';

interface Props {
  panels: readonly Panel[];
  /** In px. */
  width: number;
  scope: DashboardScope;
}

/** The panels of a section in their places, in reading order for keyboard and screen reader. */
export function SectionGrid({ panels, width, scope }: Props) {
  const { needed, empty, onNeededHeight, onEmpty } = useHeights();
  const { pending } = scope;
  const layout = useMemo(() => {
    const items = panels.map((panel) => ({
      id: panel.id,
      gridPos: panel.gridPos,
      minimumWidth: minimumWidth(panel, width),
      ...askedHeight(panel.type, width, needed[panel.id], !waitsFor(panel.options, pending)),
      isEmpty: empty[panel.id],
    }));
    return placePanels(items, width);
  }, [panels, width, needed, empty, pending]);
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
              <PanelCard {...{ panel, box, scope, onNeededHeight, onEmpty }} />
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
