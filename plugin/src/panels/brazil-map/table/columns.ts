import type { GeographyMeasure } from '@contract';
import { formatCount, formatMoney, formatMoneyExact, formatShare } from '../../../format/numbers';
import type { Place } from '../data/model';

export interface NumberColumn {
  key: GeographyMeasure;
  format: (value: number | null) => string;
  /** The exact value, where the format shortens it. */
  exact?: (value: number | null) => string;
}

/** The columns of numbers, in the order in which they are shown. */
const NUMBER_COLUMNS: readonly NumberColumn[] = [
  { key: 'revenue', format: formatMoney, exact: formatMoneyExact },
  { key: 'customers', format: formatCount },
  { key: 'orders', format: formatCount },
  { key: 'customer_base', format: formatCount },
  { key: 'churned_share', format: formatShare },
  { key: 'high_risk_customers', format: formatCount },
  { key: 'high_risk_share', format: formatShare },
  { key: 'high_risk_revenue', format: formatMoney, exact: formatMoneyExact },
];

/** Columns that say something of at least one place. */
export const columnsFor = (places: readonly Place[]): NumberColumn[] =>
  NUMBER_COLUMNS.filter(({ key }) => places.some(({ figures }) => figures[key] !== null));

/** By what the table is sorted. */
export interface Sorting {
  key: GeographyMeasure | 'name';
  descending: boolean;
}

/** The places in the order asked for; what is not known stands last either way. */
export function sortPlaces(places: readonly Place[], { key, descending }: Sorting): Place[] {
  const sign = descending ? -1 : 1;
  if (key === 'name') return places.toSorted((one, other) => one.name.localeCompare(other.name) * sign);
  return places.toSorted((one, other) => {
    const [a, b] = [one.figures[key], other.figures[key]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (a - b) * sign;
  });
}

/** The sorting after a column's head is used: that column, largest first, or the other way round. */
export function nextSorting(sorting: Sorting, key: Sorting['key']): Sorting {
  return { key, descending: sorting.key === key ? !sorting.descending : key !== 'name' };
}
