/** How many characters of an id remain for callers who may not see it whole: enough to tell rows apart. */
const SHORT_ID = 8;

/** SQL of an id as the caller may see it: whole, or its beginning. */
export const shownId = (column: string, fullIds: boolean): string =>
  fullIds ? column : `left(${column}, ${SHORT_ID}) || '…'`;

/**
 * The beginning of an id to search by; empty: none. Who sees shortened ids may search by as much of an id as they see,
 * and not find out the rest by trying.
 */
export function searchText(search: string | undefined, fullIds: boolean): string {
  const wanted = search?.trim().replace(/…$/, '') ?? '';
  return fullIds ? wanted : wanted.slice(0, SHORT_ID);
}
