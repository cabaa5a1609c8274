import type { HistoryPoint } from '../data/model';

export interface Place {
  x: number;
  y: number;
}

export interface HistoryPlaces {
  churn: Place[];
  /** Months without an average are left out. */
  baseRate: Place[];
  /** The churn probabilities at the axis, with where they stand. */
  ticks: Array<{ value: number; y: number }>;
  /** Where the drawing begins and ends. */
  left: number;
  right: number;
}

const MARGIN = { left: 52, right: 8, top: 10, bottom: 20 };
const PADDING = 0.15;
/** Less than a tenth of a percentage point is no change that a reader should see as a mountain. */
const LEAST_SPAN = 0.001;

/** Scales past scores to a picture: time from the first to the last, churn probability over what the lines go through. */
export function historyPlaces(points: readonly HistoryPoint[], width: number, height: number): HistoryPlaces {
  const values = points.flatMap(({ churn, baseRate }) => (baseRate === null ? [churn] : [churn, baseRate]));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = Math.max(LEAST_SPAN, most - least) * PADDING;
  const [bottom, top] = [Math.max(0, least - pad), Math.min(1, most + pad)];
  const [first, last] = [points.at(0)?.time ?? 0, points.at(-1)?.time ?? 0];
  const right = width - MARGIN.right;
  const x = (time: number) =>
    last === first
      ? (MARGIN.left + right) / 2
      : MARGIN.left + ((time - first) / (last - first)) * (right - MARGIN.left);
  const y = (value: number) =>
    MARGIN.top + ((top - value) / Math.max(1e-9, top - bottom)) * (height - MARGIN.top - MARGIN.bottom);
  return {
    churn: points.map(({ time, churn }) => ({ x: x(time), y: y(churn) })),
    baseRate: points.flatMap(({ time, baseRate }) => (baseRate === null ? [] : [{ x: x(time), y: y(baseRate) }])),
    ticks: (most - least < LEAST_SPAN ? [most] : [most, least]).map((value) => ({ value, y: y(value) })),
    left: MARGIN.left,
    right,
  };
}

/** A line through places, as an SVG path. */
export function linePath(places: readonly Place[]): string {
  return places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'} ${x} ${y}`).join(' ');
}
