import { formatMoney, formatMoneyExact } from '../../../format/numbers';
import { formatDays, formatOdds } from '../../../format/scores';
import { RISK_BANDS } from '@contract';
import type { SortingBy } from '../../../components/table/SortHead';
import { t } from '../../../language/t';
import type { ScoreRow } from '../data/model';
import { segmentText } from '../../../language/names';

export type ColumnKey =
  'customer' | 'band' | 'odds' | 'revenueAtRisk' | 'recencyDays' | 'segment' | 'reason' | 'action';

export interface ListColumn {
  key: ColumnKey;
  label: string;
  /** What the column means. */
  help?: string;
  /** In px; what is left over goes to the columns that can grow. */
  width: number;
  grows?: boolean;
  isNumber?: boolean;
  /** Columns with a lower rank go first where there is no room. */
  rank: number;
  text: (row: ScoreRow) => string;
  /** The whole text, where `text` shortens it. */
  exact?: (row: ScoreRow) => string;
}

/** The columns that matter, in the order in which they are shown. */
const allColumns = (): readonly ListColumn[] => [
  { key: 'customer', label: t('churn.list.customer', 'Customer'), width: 108, rank: 8, text: (row) => row.customer },
  { key: 'band', label: t('churn.list.risk', 'Risk'), width: 124, rank: 7, text: (row) => row.band ?? '' },
  {
    key: 'odds',
    label: t('churn.list.odds', 'Odds'),
    help: t('churn.list.oddsHelp', "Odds of buying again, compared with the average customer's"),
    width: 80,
    isNumber: true,
    rank: 5,
    text: ({ odds }) => formatOdds(odds),
  },
  {
    key: 'revenueAtRisk',
    label: t('churn.list.atRisk', 'At risk'),
    help: t('churn.list.atRiskHelp', 'Revenue at risk: value should they return, times the churn probability'),
    width: 92,
    isNumber: true,
    rank: 6,
    text: ({ revenueAtRisk }) => formatMoney(revenueAtRisk),
    exact: ({ revenueAtRisk }) => formatMoneyExact(revenueAtRisk),
  },
  {
    key: 'recencyDays',
    label: t('churn.list.lastOrder', 'Last order'),
    help: t('churn.list.lastOrderHelp', 'Days since the last order'),
    width: 112,
    isNumber: true,
    rank: 2,
    text: ({ recencyDays }) => formatDays(recencyDays),
  },
  {
    key: 'segment',
    label: t('churn.list.segment', 'Segment'),
    width: 130,
    rank: 1,
    text: ({ segment }) => segmentText(segment),
  },
  {
    key: 'reason',
    label: t('churn.list.reason', 'Main reason'),
    width: 220,
    grows: true,
    rank: 4,
    text: ({ reason }) => reason,
    exact: ({ reason }) => reason,
  },
  {
    key: 'action',
    label: t('churn.action.title', 'Recommended action'),
    width: 210,
    rank: 3,
    text: ({ action }) => action,
    exact: ({ action }) => action,
  },
];

/** The columns that hold anything and fit into `width` pixels, the most important ones first of all. */
export function columnsFor(rows: readonly ScoreRow[], width: number): ListColumn[] {
  const filled = allColumns().filter(({ key }) => rows.some((row) => row[key] !== null && row[key] !== ''));
  let left = width;
  const fitting = filled
    .toSorted((one, other) => other.rank - one.rank)
    .filter((column, index) => {
      left -= column.width;
      return left >= 0 || index === 0;
    });
  return filled.filter((column) => fitting.includes(column));
}

/** By what the list is sorted; `answer` is the order in which it came. */
export type ListSorting = SortingBy<ColumnKey | 'answer'>;

export const AS_ANSWERED: ListSorting = { key: 'answer', descending: false };

/** The rows in the order asked for; what is not known stands last either way. */
export function sortList(rows: readonly ScoreRow[], { key, descending }: ListSorting): readonly ScoreRow[] {
  if (key === 'answer') return rows;
  return rows.toSorted((one, other) => {
    const [a, b] = [rankOf(one, key), rankOf(other, key)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? compare(b, a) : compare(a, b);
  });
}

/** The sorting after a column's head is used: numbers begin with the largest, texts with A, bands with the highest risk. */
export function nextListSorting(sorting: ListSorting, key: ColumnKey): ListSorting {
  const isNumber = allColumns().find((column) => column.key === key)?.isNumber ?? false;
  return { key, descending: sorting.key === key ? !sorting.descending : isNumber };
}

function rankOf(row: ScoreRow, key: ColumnKey): number | string | null {
  if (key === 'band') return row.band === null ? null : RISK_BANDS.indexOf(row.band);
  const value = row[key];
  return value === '' ? null : value;
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other));
}
