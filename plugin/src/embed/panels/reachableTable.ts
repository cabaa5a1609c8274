import type { TableSortByFieldState } from '@grafana/schema';
import { t } from '../../language/t';

/**
 * What Grafana's Table leaves out: without it, a reader with a keyboard or a screen reader misses rows, filters and by what
 * the table is sorted, and some of its words stay in English whatever the language.
 */
export function makeReachable(table: HTMLElement | null, sortBy: readonly TableSortByFieldState[]): void {
  const all = (selector: string): HTMLElement[] => [...(table?.querySelectorAll<HTMLElement>(selector) ?? [])];
  // The table scrolls sideways as a whole, and within it the rows scroll up and down.
  for (const rows of all('.scrollbar-view .scrollbar-view')) {
    rows.tabIndex = 0;
    rows.role = 'rowgroup';
  }
  for (const heads of all('[role=row]:has(> [role=columnheader])')) {
    heads.setAttribute('aria-label', t('embed.columns', 'Columns'));
  }
  for (const header of all('[role=columnheader]')) nameParts(header, sortBy);
}

function nameParts(header: HTMLElement, sortBy: readonly TableSortByFieldState[]): void {
  const sorted = sortBy.find(({ displayName }) => displayName === header.textContent);
  header.setAttribute('aria-sort', sortOf(sorted));
  header.querySelector('[title="Toggle SortBy"]')?.setAttribute('title', t('embed.sort', 'Change the order'));
  const filter = [...header.querySelectorAll('button')].find((button) => button.textContent === '');
  filter?.setAttribute('aria-label', t('embed.filterColumn', 'Filter {{column}}', { column: header.textContent }));
}

function sortOf(sorted: TableSortByFieldState | undefined): string {
  if (!sorted) return 'none';
  return sorted.desc ? 'descending' : 'ascending';
}
