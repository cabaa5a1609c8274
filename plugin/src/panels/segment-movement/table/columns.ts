import { t } from '../../../language/t';
import type { SortingBy } from '../../../components/table/SortHead';
import { formatCount, formatMoney, formatMoneyExact, formatShare } from '../../../format/numbers';
import { countOf } from '../data/lens';
import type { Flow, MovementModel } from '../data/model';
import type { Lens } from '../options';

/** A flow as a row of the table: its own figures and its share of everybody. */
export interface FlowRow extends Flow {
  allShare: number;
}

type NumberKey = 'customers' | 'allShare' | 'share' | 'gone' | 'back' | 'revenue';

interface NumberColumn {
  key: NumberKey;
  label: string;
  format: (value: number) => string;
  exact?: (value: number) => string;
}

/** The columns of numbers, in the order in which they are shown. */
export const numberColumns = (): NumberColumn[] => [
  { key: 'customers', label: t('movement.column.customers', 'Customers'), format: formatCount },
  { key: 'allShare', label: t('movement.column.all-share', '% of all'), format: formatShare },
  { key: 'share', label: t('movement.column.share', '% of those before'), format: formatShare },
  { key: 'gone', label: t('movement.column.gone', 'Gone'), format: formatCount },
  { key: 'back', label: t('movement.column.back', 'Back'), format: formatCount },
  { key: 'revenue', label: t('movement.column.revenue', 'Paid so far'), format: formatMoney, exact: formatMoneyExact },
];

/** By what the table is sorted; `from` and `to` are the order of the segments. */
export type Sorting = SortingBy<NumberKey | 'from' | 'to'>;

/** The flows that a lens counts, as rows. */
export const rowsOf = ({ flows, customers }: MovementModel, lens: Lens): FlowRow[] =>
  flows
    .filter((flow) => countOf(flow, lens) > 0)
    .map((flow) => ({ ...flow, allShare: customers > 0 ? flow.customers / customers : 0 }));

/** Rows, which come by their segment before, in the order asked for. */
export function sortRows(
  rows: readonly FlowRow[],
  { key, descending }: Sorting,
  rank: (flow: Flow) => number,
): FlowRow[] {
  if (key === 'from') return descending ? rows.toReversed() : [...rows];
  const valueOf = (row: FlowRow): number => (key === 'to' ? rank(row) : row[key]);
  return rows.toSorted((one, other) => (descending ? valueOf(other) - valueOf(one) : valueOf(one) - valueOf(other)));
}

/** The sorting after a column's head is used: that column, largest first, or the other way round. */
export function nextSorting(sorting: Sorting, key: Sorting['key']): Sorting {
  return { key, descending: sorting.key === key ? !sorting.descending : key !== 'from' && key !== 'to' };
}
