/** What a column of rows that are bound as one JSON text holds. */
export type JsonType = 'VARCHAR' | 'DOUBLE' | 'BIGINT' | 'BOOLEAN' | 'DATE';

/**
 * SQL of a table whose rows are bound as one JSON text, `$rows` unless said otherwise: many rows go in at once, where
 * one statement each would take seconds for a hundred thousand.
 *
 * The text is bound as text: as JSON, it would be read once more, to see whether it is valid.
 *
 * @param types the keys of each object, and what they hold; a missing one is NULL
 */
export function jsonRows(types: Readonly<Record<string, JsonType>>, parameter = 'rows'): string {
  const shape = JSON.stringify([types]).replaceAll("'", "''");
  return `(SELECT unnest(from_json($${parameter}::VARCHAR, '${shape}'), max_depth := 2))`;
}
