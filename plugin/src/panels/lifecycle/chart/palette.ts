import { LIFECYCLE_COLORS, type LifecycleStage } from '@contract';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';

/** A stage's colour on the page, a little lighter on a dark one. */
export function stageColor(stage: LifecycleStage, theme: Pick<GrafanaTheme2, 'isDark'>): string {
  const color = LIFECYCLE_COLORS[stage];
  return theme.isDark && stage === 'new' ? colorManipulator.lighten(color, 0.18) : color;
}
