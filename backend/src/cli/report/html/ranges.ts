import type { PlainField } from '../cells';
import { written } from './chart-frame';
import { stretchesOf } from './stretches';

/** The series that a field belongs to: by its labels. */
export const groupOf = ({ labels }: Pick<PlainField, 'labels'>): string => JSON.stringify(labels);

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
  one.key === lower.key.replace(LOWER, 'upper') && groupOf(one) === groupOf(lower);

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
  const stretches = stretchesOf(time, (ms, row): Corner | undefined => {
    const [low, high] = [lower.values[row], upper.values[row]];
    return typeof low === 'number' && typeof high === 'number' ? { x: x(ms), low: y(low), high: y(high) } : undefined;
  });
  return stretches.map(outlineOf).join('');
}

function outlineOf(corners: readonly Corner[]): string {
  const points = [
    ...corners.map(({ x, high }) => [x, high] as const),
    ...corners.toReversed().map(({ x, low }) => [x, low] as const),
  ];
  return `M${points.map((point) => point.map(written).join(' ')).join('L')}Z`;
}
