import { QUERY_KINDS, type QueryKind } from './kinds';
import { RISK_BANDS } from './churn/bands';
import type { FilterSpec, ParameterSpec } from './parameter-specs';
import { AS_OF_PARAMETER, FILTER_SPECS, KIND_SPECS } from './parameters';
import type { ChurnwatchQuery } from './query';
import { SEGMENTS } from './segments';
import { isDay } from './time-range';

/** A query that cannot be answered because of what it says; its message is for the person who wrote it. */
export class QueryError extends Error {
  override name = 'QueryError';
  readonly status = 400;
}

/** Keys that Grafana itself puts into every query. */
const GRAFANA_KEYS = new Set([
  'refId',
  'key',
  'hide',
  'queryType',
  'datasource',
  'datasourceId',
  'intervalMs',
  'maxDataPoints',
  'timeRange',
]);
const MAX_FILTER_VALUES = 1_000;
const MAX_NUMBERS = 200;
const MAX_FILTER_LENGTH = 200;
/** What Grafana sends for a multi-value variable set to "All". */
const ALL = '$__all';
const VARIABLE = /\$\{?[A-Za-z_]\w*|\[\[\w+/;

/** Filters whose values are a closed list of ours. */
const CLOSED_FILTERS: Partial<Record<FilterSpec['name'], { value: string }[]>> = {
  segment: SEGMENTS.map((value) => ({ value })),
  band: RISK_BANDS.map((value) => ({ value })),
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * The typed query in a request's body.
 *
 * @throws QueryError naming the key, what is wrong with it and what may stand there.
 */
export function parseQuery(model: unknown): ChurnwatchQuery {
  if (!isFields(model)) throw new QueryError('A query must be a JSON object such as {"kind": "sales"}.');
  const kind = parseKind(model.kind);
  const specs = [...KIND_SPECS[kind].parameters, AS_OF_PARAMETER];
  refuseUnknownKeys(model, kind, specs);
  const query: Record<string, unknown> = { kind };
  for (const spec of specs) {
    const value = parseParameter(spec, model[spec.name]);
    if (value !== undefined) query[spec.name] = value;
  }
  const filters = parseFilters(model.filters);
  refuseFilters(kind, filters);
  if (Object.keys(filters).length > 0) query.filters = filters;
  return query as unknown as ChurnwatchQuery;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseKind(value: unknown): QueryKind {
  const kind = QUERY_KINDS.find((known) => known === value);
  if (kind) return kind;
  const given = value === undefined ? 'The query names no kind' : `Unknown query kind ${show(value)}`;
  throw new QueryError(`${given}; known kinds: ${QUERY_KINDS.join(', ')}.`);
}

function refuseUnknownKeys(model: Fields, kind: QueryKind, specs: readonly ParameterSpec[]): void {
  const known = ['filters', ...specs.map((spec) => spec.name)];
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
    case 'numbers':
      return numbers(spec.name, value);
  }
}

function numbers(name: string, value: unknown): Record<string, number> {
  if (!isFields(value)) throw new QueryError(`${name} must be an object such as {"recency_days": 30}.`);
  const entries = Object.entries(value);
  if (entries.length > MAX_NUMBERS) throw new QueryError(`${name} has more than ${MAX_NUMBERS} values.`);
  return Object.fromEntries(entries.map(([key, one]) => [key, finite(`${name}.${key}`, one)]));
}

function finite(name: string, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  refuseVariable(name, value);
  throw new QueryError(`${name} must be a number, not ${show(value)}.`);
}

function numberFrom({ name, min }: { name: string; min: number }, value: unknown): number {
  const number = finite(name, value);
  if (number >= min) return number;
  throw new QueryError(`${name} must be at least ${min}, not ${show(value)}.`);
}

function boolean(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new QueryError(`${name} must be true or false, not ${show(value)}.`);
}

function choice(name: string, value: unknown, choices: readonly { value: string }[]): string {
  const known = choices.find((one) => one.value === value);
  if (known) return known.value;
  refuseVariable(name, value);
  throw new QueryError(`${name} cannot be ${show(value)}; known: ${choices.map((one) => one.value).join(', ')}.`);
}

function integer(spec: { name: string; min: number; max: number }, value: unknown): number {
  const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= spec.min && number <= spec.max) return number;
  refuseVariable(spec.name, value);
  throw new QueryError(`${spec.name} must be a whole number from ${spec.min} to ${spec.max}, not ${show(value)}.`);
}

function day(name: string, value: unknown): string {
  const given = text(name, value, 64);
  if (isDay(given)) return given;
  throw new QueryError(`${name} must be a day such as 2018-06-30, not ${show(value)}.`);
}

function text(name: string, value: unknown, maxLength: number): string {
  const given = plainText(name, value, maxLength);
  refuseVariable(name, given);
  return given;
}

/** Text in which a dollar sign need not be a variable. */
function plainText(name: string, value: unknown, maxLength: number): string {
  if (typeof value !== 'string') throw new QueryError(`${name} must be text, not ${show(value)}.`);
  if (value.length > maxLength) throw new QueryError(`${name} is longer than ${maxLength} characters.`);
  return value;
}

function list(name: string, value: unknown): unknown[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > MAX_FILTER_VALUES) throw new QueryError(`${name} has more than ${MAX_FILTER_VALUES} values.`);
  return values;
}

function refuseFilters(kind: QueryKind, filters: Record<string, string[]>): void {
  const [name] = Object.keys(filters);
  if (name === undefined || KIND_SPECS[kind].takesFilters !== false) return;
  throw new QueryError(
    `filters.${name} does not apply to ${kind}, which answers what it says itself: write a condition, such as ${name} = '…'.`,
  );
}

function parseFilters(value: unknown): Record<string, string[]> {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw new QueryError('filters must be an object such as {"state": ["SP"]}.');
  const filters: Record<string, string[]> = {};
  for (const key of Object.keys(value)) {
    const spec = FILTER_SPECS.find((known) => known.name === key);
    if (!spec) {
      throw new QueryError(`${show(key)} is not a filter; known: ${FILTER_SPECS.map((one) => one.name).join(', ')}.`);
    }
    const values = filterValues(spec, value[key]);
    if (values.length > 0) filters[spec.name] = values;
  }
  return filters;
}

function filterValues(spec: FilterSpec, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  const given = list(`filters.${spec.name}`, value);
  if (given.includes(ALL)) return [];
  const values = given.map((one) => text(`filters.${spec.name}`, one, MAX_FILTER_LENGTH)).filter((one) => one !== '');
  const known = CLOSED_FILTERS[spec.name];
  if (known) values.forEach((one) => choice(`filters.${spec.name}`, one, known));
  return [...new Set(values)];
}

function refuseVariable(name: string, value: unknown): void {
  const found = typeof value === 'string' ? VARIABLE.exec(value) : null;
  if (!found) return;
  throw new QueryError(
    `${name} holds the variable ${show(found[0])}, which nobody replaced. Dashboard variables are replaced in the ` +
      'browser only: in an alert rule or a direct call, write the value itself.',
  );
}

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
