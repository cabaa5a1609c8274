/** Where counts lie between the top and the bottom of the picture. */
export interface CountScale {
  /** y of a count, in pixels; negative counts lie below zero. */
  y: (count: number) => number;
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10];
const PX_PER_TICK = 30;

/** A scale from the most that went down to the most that came up, over some pixels. */
export function countScale(down: number, up: number, top: number, height: number): CountScale {
  const [least, most] = [-Math.max(0, down), Math.max(up, down > 0 ? 0 : 1)];
  const span = Math.max(1, most - least);
  const y = (count: number): number => top + (height * (most - count)) / span;
  const step = stepOf(span / Math.max(1, Math.floor(height / PX_PER_TICK)));
  const first = Math.ceil(least / step);
  const count = Math.max(0, Math.floor(most / step) - first + 1);
  return { y, ticks: Array.from({ length: count }, (_, index) => (first + index) * step) };
}

/** The smallest round whole number that is at least as large. */
function stepOf(least: number): number {
  if (least <= 1) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const found = STEPS.find((one) => one * magnitude >= least && Number.isInteger(one * magnitude));
  return (found ?? 10) * magnitude;
}
