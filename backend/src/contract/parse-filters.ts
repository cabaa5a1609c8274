import { RISK_BANDS } from './churn/bands';
import type { FilterSpec } from './parameter-specs';
import { FILTER_SPECS } from './parameters';
import { choice, isFields, list, show, text } from './parse-values';
import type { Filters } from './query-base';
import { QueryError } from './query-error';
import { SEGMENTS } from './segments';

const MAX_FILTER_LENGTH = 200;
/** What Grafana sends for a multi-value variable set to "All". */
const ALL = '$__all';

/** Filters whose values are a closed list of ours. */
const CLOSED_FILTERS: Partial<Record<FilterSpec['name'], { value: string }[]>> = {
  segment: SEGMENTS.map((value) => ({ value })),
  band: RISK_BANDS.map((value) => ({ value })),
};

/**
 * The lists of values in `filters` or `exclude`: each value once, and nothing of a dimension of which all are chosen, so
 * that "All" keeps everything and excludes nothing.
 *
 * @throws QueryError naming the key, what is wrong with it and what may stand there
 */
export function parseFilters(key: 'filters' | 'exclude', value: unknown): Filters {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw new QueryError(`${key} must be an object such as {"state": ["SP"]}.`);
  const lists = Object.keys(value).map((name) => {
    const spec = FILTER_SPECS.find((known) => known.name === name);
    if (!spec) {
      const known = FILTER_SPECS.map((one) => one.name).join(', ');
      throw new QueryError(`${show(name)} is not a filter that ${key} can name; known: ${known}.`);
    }
    return [spec.name, filterValues(`${key}.${spec.name}`, spec, value[name])] as const;
  });
  return Object.fromEntries(lists.filter(([, values]) => values.length > 0));
}

function filterValues(path: string, spec: FilterSpec, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  const given = list(path, value);
  if (given.includes(ALL)) return [];
  const values = given.map((one) => text(path, one, MAX_FILTER_LENGTH)).filter((one) => one !== '');
  const known = CLOSED_FILTERS[spec.name];
  if (known) values.forEach((one) => choice(path, one, known));
  return [...new Set(values)];
}
