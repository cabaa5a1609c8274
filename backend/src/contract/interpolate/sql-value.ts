import type { VariableTraits } from './variables';

/**
 * A variable's value as it stands in a statement, by the rule of Grafana's own SQL sources: several values, and the one of
 * a variable that could have several, are texts in quotes with commas between them; the value of any other variable stands
 * as it is, but with its quotes doubled, so that it cannot leave the quotes that the writer put around it. No values at all
 * are NULL, as `IN ()` is no SQL.
 */
export function sqlValue(value: unknown, variable: VariableTraits = {}): string {
  if (Array.isArray(value)) return value.length > 0 ? value.map(literal).join(',') : 'NULL';
  if (typeof value === 'number') return String(value);
  return variable.multi || variable.includeAll ? literal(value) : doubled(value);
}

function literal(value: unknown): string {
  return typeof value === 'number' ? String(value) : `'${doubled(value)}'`;
}

function doubled(value: unknown): string {
  return String(value ?? '').replaceAll("'", "''");
}
