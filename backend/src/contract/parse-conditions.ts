import { COMPARISONS, MAX_CONDITIONS, type NumberCondition } from './conditions';
import type { Choice } from './parameter-specs';
import { choice, finite, isFields, show } from './parse-values';
import { QueryError } from './query-error';

const KEYS = ['field', 'operator', 'value'];
const OPERATORS = COMPARISONS.map((value) => ({ value }));

/**
 * The conditions on numbers in a list; undefined for an empty one.
 *
 * @throws QueryError naming the condition, what is wrong with it and what may stand there
 */
export function parseConditions(
  spec: { name: string; fields: readonly Choice[] },
  value: unknown,
): NumberCondition[] | undefined {
  if (!Array.isArray(value)) {
    const example = `[{"field": "${spec.fields[0]?.value ?? ''}", "operator": ">=", "value": 2}]`;
    throw new QueryError(`${spec.name} must be a list of conditions such as ${example}.`);
  }
  if (value.length > MAX_CONDITIONS) throw new QueryError(`${spec.name} has more than ${MAX_CONDITIONS} conditions.`);
  return value.length === 0 ? undefined : value.map((one, i) => condition(`${spec.name}[${i}]`, one, spec.fields));
}

function condition(path: string, value: unknown, fields: readonly Choice[]): NumberCondition {
  if (!isFields(value)) throw new QueryError(`${path} must be an object with field, operator and value.`);
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw new QueryError(`${show(unknown)} is not a part of ${path}; known: ${KEYS.join(', ')}.`);
  }
  return {
    field: choice(`${path}.field`, value.field, fields),
    operator: choice(`${path}.operator`, value.operator, OPERATORS) as NumberCondition['operator'],
    value: finite(`${path}.value`, value.value),
  };
}
