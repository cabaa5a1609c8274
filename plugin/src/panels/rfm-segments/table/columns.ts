import {
  formatCount,
  formatFine,
  formatMean,
  formatMoney,
  formatMoneyExact,
  formatShare,
} from '../../../format/numbers';
import { t } from '../../../language/t';
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
export const numberColumns = (): readonly NumberColumn[] => [
  { key: 'customers', label: t('segments.customers', 'Customers'), format: formatCount },
  { key: 'customerShare', label: t('segments.percentOfCustomers', '% of customers'), format: formatShare },
  { key: 'revenue', label: t('segments.revenue', 'Revenue'), format: formatMoney, exact: formatMoneyExact },
  { key: 'revenueShare', label: t('segments.percentOfRevenue', '% of revenue'), format: formatShare },
  { key: 'churnedShare', label: t('segments.churned', 'Churned'), format: formatShare },
  { key: 'meanRecencyDays', label: t('segments.daysSince', 'Days since last purchase'), format: formatMean },
  { key: 'meanFrequency', label: t('segments.daysWith', 'Days with a purchase'), format: formatFine },
  {
    key: 'meanMonetary',
    label: t('segments.paidEach', 'Paid per customer'),
    format: formatMoney,
    exact: formatMoneyExact,
  },
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
