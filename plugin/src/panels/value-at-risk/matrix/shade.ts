/** The faintest a cell with anything in it is, and the fullest: text stays readable on both, in either theme. */
const FAINT = 0.08;
const FULL = 0.5;

/** How much of its colour a cell shows, 0 to 1, for its part of the largest one; none for nothing. */
export function opacityOf(fullness: number): number {
  return fullness > 0 ? FAINT + (FULL - FAINT) * Math.sqrt(Math.min(1, fullness)) : 0;
}
