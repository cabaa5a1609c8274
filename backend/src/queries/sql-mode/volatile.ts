/**
 * Functions and names whose value changes from one moment to the next, and what draws rows by chance. `sample` counts
 * wherever it stands: a comment may part it from its USING.
 */
const VOLATILE =
  /\b(?:now|today|random|(?:current_)?(?:localtime|localtimestamp)|current_(?:date|time|timestamp)|get_current_(?:time|timestamp)|(?:gen_random_)?uuid(?:v[47])?|transaction_timestamp|reservoir_quantile|age|ago|sample|tablesample)\b/i;

/**
 * True where a statement may answer differently the next time on the same data, so that its answer cannot be kept. A
 * text or comment that names such a function counts too: then it is merely computed anew.
 */
export const isVolatile = (sql: string): boolean => VOLATILE.test(sql);
