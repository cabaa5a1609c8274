export const GAP = 12;
/** What a thin scroll bar takes, on systems that do not lay it over the content. */
const SCROLLBAR = 12;
const TWO_COLUMNS_FROM = 760;
const NARROW_BELOW = 460;
const TINY = { width: 220, height: 200 };

/** True when only the band and the scale can be read. */
export function isTiny(width: number, height: number): boolean {
  return width < TINY.width || height < TINY.height;
}

export function isNarrow(width: number): boolean {
  return width < NARROW_BELOW;
}

/** Widths in px: of what goes across, and of each column where there are two. */
export function columnWidths(width: number): [number] | [number, number, number] {
  const whole = width - SCROLLBAR;
  if (width < TWO_COLUMNS_FROM) return [whole];
  const first = Math.round((whole - GAP) * 0.55);
  return [whole, first, whole - GAP - first];
}
