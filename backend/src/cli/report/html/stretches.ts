import type { PlainField } from '../cells';

/**
 * What is drawn over time, in stretches between the gaps in the numbers.
 *
 * @param pointAt what stands at a moment of a row; undefined: a gap
 */
export function stretchesOf<T>(time: PlainField, pointAt: (ms: number, row: number) => T | undefined): T[][] {
  const stretches: T[][] = [[]];
  time.values.forEach((ms, row) => {
    const point = typeof ms === 'number' ? pointAt(ms, row) : undefined;
    if (point === undefined) stretches.push([]);
    else stretches.at(-1)?.push(point);
  });
  return stretches.filter(({ length }) => length > 0);
}
