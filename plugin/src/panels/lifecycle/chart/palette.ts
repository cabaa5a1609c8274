import { LIFECYCLE_COLORS, type LifecycleStage, mix } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';

/** How far the colours of the palette must move from the page's to stand out from it at least 3 to 1. */
const LIGHTER: Partial<Record<LifecycleStage, number>> = { new: 0.18 };
const DARKER: Partial<Record<LifecycleStage, number>> = { returning: 0.18, reactivated: 0.28 };

/** A stage's colour on the page, `#rrggbb`. */
export function stageColor(stage: LifecycleStage, { isDark }: Pick<GrafanaTheme2, 'isDark'>): string {
  const color = LIFECYCLE_COLORS[stage];
  return isDark ? mix(color, '#ffffff', LIGHTER[stage] ?? 0) : mix(color, '#000000', DARKER[stage] ?? 0);
}
