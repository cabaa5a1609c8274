import { filtersIn, parameterIn, type ParameterSpec, type QueryKind } from '@contract';
import type { TimeRange } from '@grafana/data';
import { EditorRow, EditorRows } from '@grafana/plugin-ui';
import { Text } from '@grafana/ui';
import React, { useId } from 'react';
import { currentLanguage } from '../../language/current';
import type { WarehouseDataSource } from '../datasource';
import { showsFilters } from '../query/filters';
import { changeParameter, isKind, readParameter, shownParameters } from '../query/parameters';
import { placeOf, type Place } from '../query/places';
import { summarize } from '../query/summary';
import type { WarehouseQuery } from '../types';
import { ConditionsField } from './ConditionsField';
import { FilterField } from './FilterField';
import { KindField } from './KindField';
import { ParameterField } from './ParameterField';

interface Props {
  /** The kinds that can be chosen. */
  kinds: readonly QueryKind[];
  query: WarehouseQuery;
  datasource: WarehouseDataSource;
  range?: TimeRange;
  onChange: (query: WarehouseQuery) => void;
}

/**
 * A query as a form: the question with what it asks for, what that is narrowed to, how the answer is laid out, and below
 * them what it says in a line.
 */
export function QueryForm({ kinds, query, datasource, range, onChange }: Props) {
  const idPrefix = useId();
  const language = currentLanguage();
  const specs = isKind(query.kind) ? shownParameters(query).map((spec) => parameterIn(language, spec)) : [];
  const field = (spec: ParameterSpec) => {
    const value = readParameter(query, spec.name);
    const change = (changed: unknown) => onChange(changeParameter(query, spec.name, changed));
    const key = `${query.kind}-${spec.name}`;
    if (spec.type === 'conditions') return <ConditionsField key={key} spec={spec} value={value} onChange={change} />;
    const common = { spec, value, idPrefix, variables: datasource.variableNames(), onChange: change };
    return <ParameterField key={key} {...common} />;
  };
  const fieldsAt = (place: Place) => specs.filter((spec) => placeOf(spec) === place).map(field);
  const filters = showsFilters(query) ? filtersIn(language) : [];
  const narrowed = fieldsAt('narrowed');
  const conditions = fieldsAt('conditions');

  return (
    <EditorRows>
      <EditorRow>
        <KindField idPrefix={idPrefix} kinds={kinds} query={query} onChange={onChange} />
        {fieldsAt('asked')}
      </EditorRow>
      {filters.length + narrowed.length + conditions.length > 0 && (
        <EditorRow>
          {narrowed}
          {filters.map((spec) => (
            <FilterField
              key={spec.name}
              spec={spec}
              query={query}
              idPrefix={idPrefix}
              datasource={datasource}
              range={range}
              onChange={onChange}
            />
          ))}
          {conditions}
        </EditorRow>
      )}
      {specs.length > 0 && <EditorRow>{fieldsAt('laidOut')}</EditorRow>}
      <Text element="p" variant="bodySmall" color="secondary">
        {summarize(query)}
      </Text>
    </EditorRows>
  );
}
