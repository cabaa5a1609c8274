import { FRAME_PARAMETER } from './frame-parameter';
import { QUERY_KINDS, type QueryKind } from './kinds';
import { LANGUAGE_PARAMETER } from './language';
import { GRAFANA_KEYS, migrateQuery } from './migrate';
import type { ParameterSpec } from './parameter-specs';
import { AS_OF_PARAMETER, KIND_SPECS } from './parameters';
import { parseConditions } from './parse-conditions';
import { parseFilters } from './parse-filters';
import {
  boolean,
  choice,
  day,
  integer,
  isFields,
  list,
  numberFrom,
  numbers,
  plainText,
  show,
  text,
  type Fields,
} from './parse-values';
import type { ChurnwatchQuery } from './query';
import type { Narrowing } from './query-base';
import { QueryError } from './query-error';

/**
 * The typed query in a request's body, which may be one of an older shape.
 *
 * @throws QueryError naming the key, what is wrong with it and what may stand there.
 */
export function parseQuery(body: unknown): ChurnwatchQuery {
  if (!isFields(body)) throw new QueryError('A query must be a JSON object such as {"kind": "sales"}.');
  const model = migrateQuery(body);
  const kind = parseKind(model.kind);
  const specs = [...KIND_SPECS[kind].parameters, AS_OF_PARAMETER, LANGUAGE_PARAMETER, FRAME_PARAMETER];
  refuseUnknownKeys(model, kind, specs);
  const query: Record<string, unknown> = { kind };
  for (const spec of specs) {
    const value = parseParameter(spec, model[spec.name]);
    if (value !== undefined) query[spec.name] = value;
  }
  Object.assign(query, parseNarrowing(kind, model));
  return query as unknown as ChurnwatchQuery;
}

function parseKind(value: unknown): QueryKind {
  const kind = QUERY_KINDS.find((known) => known === value);
  if (kind) return kind;
  const given = value === undefined ? 'The query names no kind' : `Unknown query kind ${show(value)}`;
  throw new QueryError(`${given}; known kinds: ${QUERY_KINDS.join(', ')}.`);
}

function refuseUnknownKeys(model: Fields, kind: QueryKind, specs: readonly ParameterSpec[]): void {
  const known = ['filters', 'exclude', ...specs.map((spec) => spec.name)];
  for (const key of Object.keys(model)) {
    if (key === 'kind' || GRAFANA_KEYS.has(key) || known.includes(key)) continue;
    throw new QueryError(`${show(key)} is not a parameter of ${kind}; known: ${known.join(', ')}.`);
  }
}

function parseParameter(spec: ParameterSpec, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return 'default' in spec ? spec.default : undefined;
  return parseGiven(spec, value);
}

function parseGiven(spec: ParameterSpec, value: unknown): unknown {
  switch (spec.type) {
    case 'choice':
      return choice(spec.name, value, spec.choices);
    case 'choices':
      return list(spec.name, value).map((one) => choice(spec.name, one, spec.choices));
    case 'text':
      return text(spec.name, value, spec.maxLength);
    case 'sql':
      return plainText(spec.name, value, spec.maxLength);
    case 'integer':
      return integer(spec, value);
    case 'number':
      return numberFrom(spec, value);
    case 'boolean':
      return boolean(spec.name, value);
    case 'day':
      return day(spec.name, value);
    case 'conditions':
      return parseConditions(spec, value);
    case 'numbers':
      return numbers(spec.name, value);
  }
}

function inSql(key: 'filters' | 'exclude', name: string): string {
  const condition = `${name} ${key === 'filters' ? 'IN' : 'NOT IN'} ('…')`;
  return `, which answers what it says itself: write a condition, such as ${condition}.`;
}

function parseNarrowing(kind: QueryKind, model: Fields): Narrowing {
  const keys = ['filters', 'exclude'] as const;
  const parts = keys.map((key) => {
    const values = parseFilters(key, model[key]);
    const [name] = Object.keys(values);
    if (name !== undefined && KIND_SPECS[kind].takesFilters === false) {
      throw new QueryError(
        `${key}.${name} does not apply to ${kind}${kind === 'sql' ? inSql(key, name) : ': leave it out.'}`,
      );
    }
    return [key, values] as const;
  });
  return Object.fromEntries(parts.filter(([, values]) => Object.keys(values).length > 0));
}
