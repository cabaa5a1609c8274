import type { PlainField } from '../cells';

/** What only frames another line. */
export const FRAMING = /lower|upper|95/i;

/** The ends of a range, which are drawn as the area between them. */
export interface Pair {
  lower: PlainField;
  upper: PlainField;
}

const LOWER = /^lower/;

/** The ranges among some series: a lower and an upper end of the same name and labels; the widest first, to lie behind. */
export function pairsIn(series: readonly PlainField[]): Pair[] {
  const pairs = series.flatMap((lower) => {
    if (!LOWER.test(lower.key)) return [];
    const upper = series.find((one) => isUpperOf(one, lower));
    return upper ? [{ lower, upper }] : [];
  });
  return pairs.sort((one, other) => widthOf(other) - widthOf(one));
}

const isUpperOf = (one: PlainField, lower: PlainField): boolean =>
  one.key === lower.key.replace(LOWER, 'upper') && JSON.stringify(one.labels) === JSON.stringify(lower.labels);

function widthOf({ lower, upper }: Pair): number {
  return upper.values.reduce<number>((sum, high, i) => {
    const low = lower.values[i];
    return typeof high === 'number' && typeof low === 'number' ? sum + high - low : sum;
  }, 0);
}

interface Corner {
  x: number;
  low: number;
  high: number;
}

/** The area between the ends as the `d` of an SVG path: one outline for each stretch without gaps. */
export function bandOf(
  time: PlainField,
  { lower, upper }: Pair,
  x: (ms: number) => number,
  y: (value: number) => number,
): string {
  const stretches: Corner[][] = [[]];
  time.values.forEach((ms, i) => {
    const [low, high] = [lower.values[i], upper.values[i]];
    if (typeof ms === 'number' && typeof low === 'number' && typeof high === 'number') {
      stretches.at(-1)?.push({ x: x(ms), low: y(low), high: y(high) });
    } else stretches.push([]);
  });
  return stretches
    .filter(({ length }) => length > 0)
    .map(outlineOf)
    .join('');
}

function outlineOf(corners: readonly Corner[]): string {
  const points = [
    ...corners.map(({ x, high }) => [x, high] as const),
    ...corners.toReversed().map(({ x, low }) => [x, low] as const),
  ];
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}
