import type { LabelColumn } from './columns';

export type Labels = Record<string, string>;

/** What a label says where a row has no value. */
const MISSING = '(none)';

/** The labels of a row. */
export function labelsOf(columns: readonly LabelColumn[], row: number): Labels {
  return Object.fromEntries(columns.map(({ name, cells }) => [name, String(cells[row] ?? MISSING)]));
}

/** A text that is the same for equal labels only. */
export const keyOf = (labels: Labels): string => JSON.stringify(Object.values(labels));

/** The labels for people: `{state=SP, paid=true}`. */
export const written = (labels: Labels): string =>
  `{${Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')}}`;
