import { PNG } from 'pngjs';

/** A picture of a dashboard as README and tests have it. */
export interface Picture {
  name: string;
  dashboard: string;
  width: number;
  height: number;
  theme: 'dark' | 'light';
  language: 'en' | 'pt-BR';
  /** Share of squares that may differ: fonts and browsers differ a little, a missing picture differs by more. */
  mostDifferent: number;
}

/** Dashboards whose numbers depend on the data alone: none that tells the time of day. */
export const PICTURES: readonly Picture[] = [
  { name: 'executive-overview', dashboard: 'churnwatch-executive-overview', ...wide('dark'), language: 'en' },
  { name: 'churn-risk', dashboard: 'churnwatch-churn-risk', ...wide('light'), language: 'en' },
  { name: 'segments-and-cohorts', dashboard: 'churnwatch-segments', ...wide('dark'), language: 'en' },
  { name: 'geography-pt-BR', dashboard: 'churnwatch-geography', ...wide('light'), width: 1024, language: 'pt-BR' },
  { name: 'churn-risk-narrow', dashboard: 'churnwatch-churn-risk', ...narrow('dark'), language: 'en' },
];

type Looks = Pick<Picture, 'width' | 'height' | 'theme' | 'mostDifferent'>;

function wide(theme: Picture['theme']): Looks {
  return { width: 1440, height: 1200, theme, mostDifferent: 0.04 };
}

/** A sentence that breaks at other words is a twentieth of the page of a telephone. */
function narrow(theme: Picture['theme']): Looks {
  return { ...wide(theme), width: 420, mostDifferent: 0.08 };
}

/** Side in px of the squares that are compared by their mean colour: letters of another font do not matter then. */
const SQUARE = 20;
/** Of 255: how far the mean of a square may be off in each of red, green and blue. */
const TOLERANCE = 24;

export interface Difference {
  /** Share (0 to 1) of squares in which the pictures look different; 1 where they are not of one size. */
  share: number;
  /** A line per row of squares, `#` where they differ: to see from a log what has changed. */
  map: string[];
}

/**
 * How two PNG pictures differ.
 *
 * @throws Error where one of them is no PNG
 */
export function differenceOf(one: Buffer, other: Buffer): Difference {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return { share: 1, map: [] };
  const map: string[] = [];
  for (let y = 0; y < a.height; y += SQUARE) {
    let line = '';
    for (let x = 0; x < a.width; x += SQUARE) line += isDifferent(meanColor(a, x, y), meanColor(b, x, y)) ? '#' : '.';
    map.push(line);
  }
  const squares = map.join('');
  return { share: squares.replaceAll('.', '').length / squares.length, map };
}

const isDifferent = (ours: number[], theirs: number[]): boolean =>
  ours.some((value, channel) => Math.abs(value - (theirs[channel] ?? 0)) > TOLERANCE);

/** Mean red, green and blue (0 to 255) of the square that begins at (x, y). */
function meanColor({ width, height, data }: PNG, x: number, y: number): number[] {
  const sums = [0, 0, 0];
  const [right, bottom] = [Math.min(x + SQUARE, width), Math.min(y + SQUARE, height)];
  for (let row = y; row < bottom; row++) {
    for (let column = x; column < right; column++) {
      const at = 4 * (row * width + column);
      for (const channel of sums.keys()) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0);
    }
  }
  return sums.map((sum) => sum / ((right - x) * (bottom - y)));
}
