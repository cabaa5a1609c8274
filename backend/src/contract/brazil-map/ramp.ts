import { mix } from '../colors';

/** How far the palest class stands off the background, and how far the deepest goes beyond the colour itself. */
const PALEST = 0.28;
const BEYOND = 0.34;

/** The colour that pictures stand on, `#rrggbb`. */
export const surfaceOn = (isDark: boolean): string => (isDark ? '#181b1f' : '#ffffff');

/**
 * So many colours `#rrggbb` of one hue, from the one nearest to the background to the one that stands out most: deeper
 * on a light page, brighter on a dark one.
 */
export function ramp(color: string, count: number, isDark: boolean): string[] {
  const surface = surfaceOn(isDark);
  const strongest = mix(color, isDark ? '#ffffff' : '#000000', BEYOND);
  return Array.from({ length: count }, (_, index) => {
    const way = count === 1 ? 0.6 : index / (count - 1);
    // The colour itself stands in the middle, so that the hue stays plain on both sides of it.
    return way <= 0.6
      ? mix(surface, color, PALEST + (1 - PALEST) * (way / 0.6))
      : mix(color, strongest, (way - 0.6) / 0.4);
  });
}
