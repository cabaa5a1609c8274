/** How values are put into classes of one colour each. */
export const CLASS_METHODS = ['auto', 'quantiles', 'steps', 'powers'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

/** The values that share a colour, from the palest to the deepest class. */
export interface ColorClass {
  /** The smallest and the largest value that lies in it. */
  from: number;
  to: number;
}

export const MOST_CLASSES = 5;
const SKEWED = 50;

/**
 * Classes for some values, the smallest first; at most five, and no empty one.
 *
 * `quantiles`: about as many places in each, which tells places apart where one dwarfs all others. `steps`: each as wide
 * as the others. `powers`: each as many times as large as the one before, for values above zero. `auto`: powers where the
 * largest value dwarfs the smallest, quantiles elsewhere.
 */
export function classesOf(values: readonly number[], method: ClassMethod): ColorClass[] {
  const sorted = values.toSorted((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  if (lowest === undefined || highest === undefined) return [];
  const bounds = boundsOf(sorted, lowest, highest, method);
  return [...bounds, Number.POSITIVE_INFINITY].flatMap((end, index) => {
    const start = bounds[index - 1] ?? Number.NEGATIVE_INFINITY;
    const inside = sorted.filter((value) => value >= start && value < end);
    const [from, to] = [inside[0], inside[inside.length - 1]];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** Where the second class begins, the third, and so on. */
function boundsOf(sorted: readonly number[], lowest: number, highest: number, method: ClassMethod): number[] {
  const count = Math.min(MOST_CLASSES, new Set(sorted).size);
  const parts = Array.from({ length: count - 1 }, (_, index) => (index + 1) / count);
  if (method === 'quantiles' || (method === 'auto' && !isSkewed(lowest, highest))) {
    return [...new Set(parts.map((part) => sorted[Math.round(part * sorted.length)] ?? highest))];
  }
  if (method !== 'steps' && lowest > 0) return parts.map((part) => lowest * (highest / lowest) ** part);
  return parts.map((part) => lowest + (highest - lowest) * part);
}

/** True where equal counts would put the largest of all together with others that are nothing like it. */
const isSkewed = (lowest: number, highest: number): boolean => lowest > 0 && highest / lowest >= SKEWED;

/** Which class a value lies in; -1 for one below the first. */
export function classOf(value: number, classes: readonly ColorClass[]): number {
  return classes.findLastIndex(({ from }) => value >= from);
}
