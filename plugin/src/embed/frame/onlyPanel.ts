import type { Dashboard } from '../model/dashboard';

/** The dashboard with one of its panels alone, over the whole width; undefined when it has no such panel. */
export function onlyPanel(dashboard: Dashboard, id: number): Dashboard | undefined {
  const panel = dashboard.sections.flatMap(({ panels }) => panels).find((one) => one.id === id);
  if (!panel) return undefined;
  const gridPos = { ...panel.gridPos, x: 0, y: 0, w: 24 };
  return { ...dashboard, sections: [{ panels: [{ ...panel, gridPos }] }] };
}
