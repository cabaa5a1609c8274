import type { Frame } from '../../contract';
import { noData, numberColumn, textColumn } from '../../frames';

/** A value and what stands for it in a drop-down. */
export interface Value {
  value: string;
  text: string;
  /** Purchases, where they are counted. */
  orders?: number;
}

/** The frame (table) of values, under the names that Grafana's variables read. */
export function valueFrame(values: readonly Value[]): Frame {
  if (values.length === 0) return noData('values', 'table');
  const counted = values.every(({ orders }) => orders !== undefined);
  const column = (name: 'text' | 'value') => ({
    column: textColumn(
      name,
      values.map((one) => one[name]),
    ),
  });
  const orders = numberColumn(
    'orders',
    values.map((one) => one.orders),
  );
  return {
    name: 'values',
    meta: { type: 'table' },
    fields: [column('text'), column('value'), ...(counted ? [{ column: orders }] : [])],
  };
}
