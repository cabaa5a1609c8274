import type { Column, FieldConfig, FrameField } from '../../contract';
import { numberColumn } from '../../frames';

/** Null for what is missing or no finite number: no picture can draw those, and no alert rule can compare them. */
export const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

/** A column of numbers without NaN and infinities. */
export const finiteColumn = (name: string, cells: readonly (number | null | undefined)[]): Column =>
  numberColumn(name, cells.map(finite));

export const field = (column: Column, config: FieldConfig, labels?: Record<string, string>): FrameField => ({
  column,
  config,
  ...(labels ? { labels } : {}),
});
