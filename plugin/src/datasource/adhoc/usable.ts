import { FILTER_SPECS, filtersIn, type FilterSpec } from '@contract';
import type { AdHocVariableFilter } from '@grafana/data';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import type { FilterList } from '../query/filters';

/** An ad hoc filter of a dashboard as a query can hold it. */
export interface UsableFilter {
  name: FilterSpec['name'];
  list: FilterList;
  values: string[];
}

interface Operator {
  list: FilterList;
  many: boolean;
}

/** The operators of Grafana's ad hoc filters that lists of values can express. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['=', { list: 'filters', many: false }],
  ['!=', { list: 'exclude', many: false }],
  ['=|', { list: 'filters', many: true }],
  ['!=|', { list: 'exclude', many: true }],
]);

/**
 * The filters that narrow a query; one whose value is still to be chosen does not yet.
 *
 * @throws Error naming a filter that cannot be used, and what can be
 */
export function usableFilters(filters: readonly AdHocVariableFilter[] = []): UsableFilter[] {
  return filters.filter(isComplete).map(usable);
}

function usable(filter: AdHocVariableFilter): UsableFilter {
  const written = `${filter.key} ${filter.operator} ${valuesOf(filter, true).join(', ')}`;
  const spec = FILTER_SPECS.find(({ name }) => name === filter.key);
  if (!spec) {
    const known = FILTER_SPECS.map(({ name }) => name).join(', ');
    throw new Error(
      t(
        'datasource.problem.filter',
        'The filter "{{written}}" cannot be used: Churnwatch filters by {{known}}. Please remove it.',
        { written, known },
      ),
    );
  }
  const operator = OPERATORS.get(filter.operator);
  if (!operator) {
    throw new Error(
      t(
        'datasource.problem.operator',
        'The filter "{{written}}" cannot be used: {{filter}} takes = or != with one value, =| (one of) or !=| (none of) with several.',
        { written, filter: labelOf(spec) },
      ),
    );
  }
  return { name: spec.name, list: operator.list, values: valuesOf(filter, operator.many) };
}

function labelOf({ name, label }: FilterSpec): string {
  const inWords = filtersIn(currentLanguage()).find((one) => one.name === name);
  return (inWords?.label ?? label).toLowerCase();
}

function valuesOf({ value, values }: AdHocVariableFilter, many: boolean): string[] {
  return many && values && values.length > 0 ? values : [value];
}

const isComplete = ({ key, operator, value, values }: AdHocVariableFilter): boolean =>
  key !== '' && operator !== '' && (value !== '' || (values?.length ?? 0) > 0);
