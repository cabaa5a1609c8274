import { FILTER_SPECS, type QueryKind } from '@contract';
import type { TimeRange } from '@grafana/data';
import { EditorRow, EditorRows } from '@grafana/plugin-ui';
import { Text } from '@grafana/ui';
import React, { useId } from 'react';
import type { WarehouseDataSource } from '../datasource';
import { readFilter, writeFilter } from '../query/filters';
import { isKind, parametersOf, readParameter, writeParameter } from '../query/parameters';
import { summarize } from '../query/summary';
import type { WarehouseQuery } from '../types';
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

/** A query as a form: the question, the parameters and filters that it knows, and below them what it says in a line. */
export function QueryForm({ kinds, query, datasource, range, onChange }: Props) {
  const idPrefix = useId();
  return (
    <EditorRows>
      <EditorRow>
        <KindField idPrefix={idPrefix} kinds={kinds} query={query} onChange={onChange} />
        {isKind(query.kind) &&
          parametersOf(query.kind).map((spec) => (
            <ParameterField
              key={`${query.kind}-${spec.name}`}
              spec={spec}
              value={readParameter(query, spec.name)}
              idPrefix={idPrefix}
              variables={datasource.variableNames()}
              onChange={(value) => onChange(writeParameter(query, spec.name, value))}
            />
          ))}
      </EditorRow>
      <EditorRow>
        {FILTER_SPECS.map((spec) => (
          <FilterField
            key={spec.name}
            spec={spec}
            values={readFilter(query, spec.name)}
            idPrefix={idPrefix}
            datasource={datasource}
            range={range}
            onChange={(values) => onChange(writeFilter(query, spec.name, values))}
          />
        ))}
      </EditorRow>
      <Text element="p" variant="bodySmall" color="secondary">
        {summarize(query)}
      </Text>
    </EditorRows>
  );
}
