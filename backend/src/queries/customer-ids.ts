import { meansMostAtStake } from '../contract';
import { SHORT_ID, shortIdSql } from '../warehouse/short-id';

/** SQL of an id as the caller may see it: whole, or its beginning. */
export const shownId = (column: string, fullIds: boolean): string => (fullIds ? column : shortIdSql(column));

/**
 * The beginning of an id to search by; empty: none. Who sees shortened ids may search by as much of an id as they see,
 * and not find out the rest by trying.
 */
export function searchText(search: string | undefined, fullIds: boolean): string {
  // A list that is searched by the same box shows everybody then, whoever has the most at stake among them.
  if (search === undefined || meansMostAtStake(search)) return '';
  const wanted = search.trim().replace(/…$/, '');
  return fullIds ? wanted : wanted.slice(0, SHORT_ID);
}
