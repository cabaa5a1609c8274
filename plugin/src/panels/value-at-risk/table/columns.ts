import { t } from '../../../language/t';
import type { SortingBy } from '../../../components/table/SortHead';
import { formatCount, formatMoney, formatMoneyExact, formatShare } from '../../../format/numbers';
import { formatProbability } from '../../../format/scores';
import type { ValueCell } from '../data/model';

type NumberKey = Exclude<keyof ValueCell, 'key' | 'value' | 'band' | 'links' | 'from' | 'to'>;

interface NumberColumn {
  key: NumberKey;
  label: string;
  format: (value: number | null) => string;
  /** The exact value, where the format shortens it. */
  exact?: (value: number | null) => string;
}

/** The columns of numbers, in the order in which they are shown. */
export const numberColumns = (): NumberColumn[] => [
  { key: 'priority', label: t('value.column.priority', 'To act on'), format: formatCount },
  { key: 'customers', label: t('value.column.customers', 'Customers'), format: formatCount },
  { key: 'customerShare', label: t('value.column.customer-share', '% of customers'), format: formatShare },
  { key: 'atRisk', label: t('value.column.at-risk', 'At stake'), format: formatMoney, exact: formatMoneyExact },
  { key: 'atRiskShare', label: t('value.column.at-risk-share', '% at stake'), format: formatShare },
  { key: 'revenue', label: t('value.column.revenue', 'Paid so far'), format: formatMoney, exact: formatMoneyExact },
  { key: 'revenueShare', label: t('value.column.revenue-share', '% of paid'), format: formatShare },
  { key: 'expected', label: t('value.column.expected', 'Expected'), format: formatMoney, exact: formatMoneyExact },
  { key: 'churn', label: t('value.column.churn', 'Churn, mean'), format: formatProbability },
];

/** By what the table is sorted; `cell` is the order of the matrix. */
export type Sorting = SortingBy<NumberKey | 'cell'>;

/** The cells in the order asked for; what is not known stands last either way. */
export function sortCells(cells: readonly ValueCell[], { key, descending }: Sorting): ValueCell[] {
  if (key === 'cell') return descending ? cells.toReversed() : [...cells];
  return cells.toSorted((one, other) => {
    const [a, b] = [one[key], other[key]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? b - a : a - b;
  });
}

/** The sorting after a column's head is used: that column, or the other way round; ranks begin with the first. */
export function nextSorting(sorting: Sorting, key: Sorting['key']): Sorting {
  return { key, descending: sorting.key === key ? !sorting.descending : key !== 'cell' && key !== 'priority' };
}
