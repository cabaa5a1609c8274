import {
  formatCount,
  formatFine,
  formatMean,
  formatMoney,
  formatMoneyExact,
  formatShare,
} from '../../../format/numbers';
import type { SegmentRow } from '../data/model';

type NumberKey = Exclude<keyof SegmentRow, 'segment' | 'links'>;

export interface NumberColumn {
  key: NumberKey;
  label: string;
  format: (value: number | null) => string;
  /** The exact value, where the format shortens it. */
  exact?: (value: number | null) => string;
}

/** The columns of numbers, in the order in which they are shown. */
export const NUMBER_COLUMNS: readonly NumberColumn[] = [
  { key: 'customers', label: 'Customers', format: formatCount },
  { key: 'customerShare', label: '% of customers', format: formatShare },
  { key: 'revenue', label: 'Revenue', format: formatMoney, exact: formatMoneyExact },
  { key: 'revenueShare', label: '% of revenue', format: formatShare },
  { key: 'churnedShare', label: 'Churned', format: formatShare },
  { key: 'meanRecencyDays', label: 'Days since last purchase', format: formatMean },
  { key: 'meanFrequency', label: 'Days with a purchase', format: formatFine },
  { key: 'meanMonetary', label: 'Paid per customer', format: formatMoney, exact: formatMoneyExact },
];

/** By what the table is sorted; `segment` is the order from the best segment to the most endangered. */
export interface Sorting {
  key: NumberKey | 'segment';
  descending: boolean;
}

/** The rows in the order asked for; what is not known stands last either way. */
export function sortRows(rows: readonly SegmentRow[], { key, descending }: Sorting): SegmentRow[] {
  if (key === 'segment') return descending ? rows.toReversed() : [...rows];
  return rows.toSorted((one, other) => {
    const [a, b] = [one[key], other[key]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? b - a : a - b;
  });
}

/** The sorting after a column's head is used: that column, largest first, or the other way round. */
export function nextSorting(sorting: Sorting, key: Sorting['key']): Sorting {
  return { key, descending: sorting.key === key ? !sorting.descending : key !== 'segment' };
}
