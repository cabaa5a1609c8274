import { FILTER_SPECS, KIND_SPECS, QUERY_KINDS, type QueryKind } from '@contract';
import type { QueryEditorProps } from '@grafana/data';
import { EditorField, EditorRow, EditorRows } from '@grafana/plugin-ui';
import { Combobox, Text } from '@grafana/ui';
import React, { useId } from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import type { WarehouseDataSource } from '../datasource';
import {
  changeKind,
  isKind,
  parametersOf,
  readFilter,
  readParameter,
  writeFilter,
  writeParameter,
} from '../query/parameters';
import { summarize } from '../query/summary';
import type { WarehouseOptions, WarehouseQuery } from '../types';
import { FilterField } from './FilterField';
import { ParameterField } from './ParameterField';

type Props = QueryEditorProps<WarehouseDataSource, WarehouseQuery, WarehouseOptions>;

const KINDS = QUERY_KINDS.map((value) => ({
  value,
  label: KIND_SPECS[value].label,
  description: KIND_SPECS[value].help,
}));

function Editor({ query, datasource, range, onChange, onRunQuery }: Props) {
  const idPrefix = useId();
  const change = (changed: WarehouseQuery) => {
    onChange(changed);
    onRunQuery();
  };
  return (
    <EditorRows>
      <EditorRow>
        <KindField idPrefix={idPrefix} query={query} onChange={change} />
        {isKind(query.kind) &&
          parametersOf(query.kind).map((spec) => (
            <ParameterField
              key={`${query.kind}-${spec.name}`}
              spec={spec}
              value={readParameter(query, spec.name)}
              idPrefix={idPrefix}
              variables={datasource.variableNames()}
              onChange={(value) => change(writeParameter(query, spec.name, value))}
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
            onChange={(values) => change(writeFilter(query, spec.name, values))}
          />
        ))}
      </EditorRow>
      <Text element="p" variant="bodySmall" color="secondary">
        {summarize(query)}
      </Text>
    </EditorRows>
  );
}

interface KindFieldProps {
  idPrefix: string;
  query: WarehouseQuery;
  onChange: (query: WarehouseQuery) => void;
}

function KindField({ idPrefix, query, onChange }: KindFieldProps) {
  const kind: QueryKind | null = isKind(query.kind) ? query.kind : null;
  return (
    <EditorField label="Question" tooltip={kind ? KIND_SPECS[kind].help : 'What to ask.'} htmlFor={`${idPrefix}-kind`}>
      <Combobox
        id={`${idPrefix}-kind`}
        options={KINDS}
        value={kind}
        placeholder="Choose a question"
        width="auto"
        minWidth={24}
        maxWidth={50}
        onChange={(option) => onChange(changeKind(query, option.value))}
      />
    </EditorField>
  );
}

/** The query editor: which question, and only the parameters and filters that it knows, as form fields. */
export const QueryEditor = withBoundary(Editor, 'The query editor');
