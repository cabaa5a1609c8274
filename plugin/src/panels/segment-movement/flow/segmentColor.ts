import { SEGMENT_STYLES, SEGMENTS } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';

/** A segment's colour, from the one place for all panels; a neutral one for nobody's segment. */
export function segmentColor(segment: string, theme: GrafanaTheme2): string {
  const known = SEGMENTS.find((one) => one === segment);
  return known ? SEGMENT_STYLES[known].color : theme.isDark ? '#c7c9cc' : '#4a4e57';
}
