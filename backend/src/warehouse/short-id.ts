/** How many characters of an id remain for callers who may not see it whole: enough to tell rows apart. */
export const SHORT_ID = 8;

/** SQL of the beginning of an id. */
export const shortIdSql = (column: string): string => `left(${column}, ${SHORT_ID}) || '…'`;

/** The beginning of an id. */
export const shortId = (id: string): string => `${id.slice(0, SHORT_ID)}…`;
