import { BAND_STYLES, SEGMENT_STYLES } from '@contract';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';

export interface Palette {
  actual: string;
  expected: string;
  unusual: string;
  target: string;
  /** Axis texts, the now-line and holidays. */
  quiet: string;
  grid: string;
  background: string;
  font: string;
}

/** The colours of the app's one palette, made lighter where the page is dark. */
export function paletteOf(theme: GrafanaTheme2): Palette {
  const onPage = (color: string): string => (theme.isDark ? colorManipulator.lighten(color, 0.3) : color);
  return {
    actual: theme.colors.text.primary,
    expected: onPage(BAND_STYLES.low.color),
    unusual: onPage(BAND_STYLES.high.color),
    target: onPage(SEGMENT_STYLES.Loyal.color),
    quiet: theme.colors.text.secondary,
    grid: theme.colors.border.weak,
    background: theme.colors.background.primary,
    font: theme.typography.fontFamily,
  };
}

/** How lines are told apart without their colour: dashes of an SVG stroke. */
export const DASHES = {
  actual: '',
  past: '1.5 3',
  expected: '7 3',
  target: '10 3 2 3',
  now: '3 3',
  others: '4 4',
} as const;

export const OPACITY = { inner: 0.32, outer: 0.16, past: 0.1 } as const;
