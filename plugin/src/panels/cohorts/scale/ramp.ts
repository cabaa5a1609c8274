import { heatColors } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';

/** A colour for each of so many classes; what is more stands out more, on a light page as on a dark one. */
export const rampOf = (classes: number, { isDark }: Pick<GrafanaTheme2, 'isDark'>): string[] =>
  heatColors(classes, isDark);
