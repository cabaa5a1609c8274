import { isSeries, type Numeric, type Value } from './values';

const isNumber = (point: number | null): point is number => point !== null && Number.isFinite(point);
const sum = (points: readonly number[]): number => points.reduce((total, point) => total + point, 0);

const REDUCERS: Readonly<Record<string, (points: readonly number[]) => number>> = {
  count: (points) => points.length,
  last: (points) => points.at(-1) ?? Number.NaN,
  max: (points) => Math.max(...points),
  mean: (points) => sum(points) / points.length,
  min: (points) => Math.min(...points),
  sum,
};

/**
 * A number for each series, of its points that are numbers (Grafana's mode "drop non-numeric values"); none of them: null.
 *
 * @throws Error for a reducer that is not known
 */
export function reduce(reducer: string, values: readonly Value[]): Numeric[] {
  const apply = REDUCERS[reducer];
  if (!apply) throw new Error(`there is no reducer ${reducer}`);
  return values.map((value) => {
    if (!isSeries(value)) return value;
    const reduced = apply(value.points.filter(isNumber));
    return { labels: value.labels, value: Number.isFinite(reduced) ? reduced : null };
  });
}
