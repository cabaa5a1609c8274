import type { PanelModel } from './model';

/** The grid of Grafana's dashboards, in px: of a row, and between rows. */
const ROW = 30;
const GAP = 8;
/** On pages narrower than this (px) panels stand below each other. */
const NARROW = 768;

/** The height in px that panels take on a page so wide. */
export function sceneHeight(panels: readonly Pick<PanelModel, 'gridPos'>[], width: number): number {
  const rows =
    width <= NARROW
      ? panels.reduce((sum, { gridPos }) => sum + gridPos.h, 0)
      : Math.max(0, ...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  return rows * (ROW + GAP);
}
