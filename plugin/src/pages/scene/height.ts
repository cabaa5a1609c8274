import type { PanelModel } from './model';

/** The grid of Grafana's dashboards, in px: of a row, and between rows. */
const ROW = 30;
const GAP = 8;
/** On pages narrower than this (px) panels stand below each other, with more room between them. */
const NARROW = 768;
const NARROW_GAP = 16;

/** The height in px that panels take on a page so wide. */
export function sceneHeight(panels: readonly Pick<PanelModel, 'gridPos'>[], width: number): number {
  if (width < NARROW) return panels.reduce((sum, { gridPos }) => sum + gridPos.h * (ROW + GAP) - GAP + NARROW_GAP, 0);
  return Math.max(0, ...panels.map(({ gridPos }) => gridPos.y + gridPos.h)) * (ROW + GAP);
}
