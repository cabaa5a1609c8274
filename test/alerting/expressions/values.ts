/** What a query or an expression of an alert rule gives: numbers with labels, or series of them. */
export type Labels = Readonly<Record<string, string>>;

export interface Numeric {
  labels: Labels;
  value: number | null;
}

export interface Series {
  labels: Labels;
  points: readonly (number | null)[];
}

export type Value = Numeric | Series;

export const isSeries = (value: Value): value is Series => 'points' in value;

/** True where every label of the second is one of the first, with the same value. */
export const contains = (labels: Labels, others: Labels): boolean =>
  Object.entries(others).every(([name, value]) => labels[name] === value);

/** Applies a function to the number, or to each number of the series; what is missing stays missing. */
export function mapValue(value: Value, map: (number: number) => number): Value {
  const each = (number: number | null): number | null => (number === null ? null : map(number));
  if (isSeries(value)) return { labels: value.labels, points: value.points.map(each) };
  return { labels: value.labels, value: each(value.value) };
}
