import type { SqlParameters, SqlValue } from '../warehouse/engine';

/** A text as a SQL literal. */
export const textLiteral = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A bound value as SQL would write it. */
export function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return value < 0 ? `(${value})` : String(value);
  return `[${value.map(textLiteral).join(', ')}]`;
}

/** Texts and comments, in which a dollar sign means nothing, and the names of what is bound. */
const BOUND = /'(?:[^']|'')*'|--[^\n]*|\$([A-Za-z_]\w*)/g;

/** A statement with what it binds as `$name` written into it; a name that nothing is bound to stays. */
export function inlined(sql: string, parameters: SqlParameters): string {
  return sql.replaceAll(BOUND, (found, name: string | undefined) => {
    const value = name === undefined ? undefined : parameters[name];
    return value === undefined ? found : literal(value);
  });
}
