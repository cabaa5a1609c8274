import { FILTER_SPECS, KIND_SPECS } from '@contract';
import type { QueryEditorProps } from '@grafana/data';
import { EditorRow, EditorRows } from '@grafana/plugin-ui';
import { Text } from '@grafana/ui';
import React, { useId } from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import type { WarehouseDataSource } from '../datasource';
import { FilterField } from '../editor/FilterField';
import { ParameterField } from '../editor/ParameterField';
import { readFilter, readParameter, writeFilter, writeParameter } from '../query/parameters';
import { summarize } from '../query/summary';
import type { WarehouseOptions, WarehouseQuery } from '../types';

type Props = QueryEditorProps<WarehouseDataSource, WarehouseQuery, WarehouseOptions>;

function Editor({ query, datasource, range, onChange }: Props) {
  const idPrefix = useId();
  const current: WarehouseQuery = { ...query, refId: query.refId ?? 'values', kind: 'values' };
  return (
    <EditorRows>
      <EditorRow>
        {KIND_SPECS.values.parameters.map((spec) => (
          <ParameterField
            key={spec.name}
            spec={spec}
            value={readParameter(current, spec.name)}
            idPrefix={idPrefix}
            variables={[]}
            onChange={(value) => onChange(writeParameter(current, spec.name, value))}
          />
        ))}
      </EditorRow>
      <EditorRow>
        {FILTER_SPECS.map((spec) => (
          <FilterField
            key={spec.name}
            spec={spec}
            values={readFilter(current, spec.name)}
            idPrefix={idPrefix}
            datasource={datasource}
            range={range}
            onChange={(values) => onChange(writeFilter(current, spec.name, values))}
          />
        ))}
      </EditorRow>
      <Text element="p" variant="bodySmall" color="secondary">
        {summarize(current)}
      </Text>
    </EditorRows>
  );
}

/** The editor of a dashboard variable: which dimension's values, and of which orders. */
export const VariableEditor = withBoundary(Editor, 'The variable editor');
