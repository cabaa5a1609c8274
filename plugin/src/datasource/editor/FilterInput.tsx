import { SEGMENT_STYLES, SEGMENTS, type FilterSpec } from '@contract';
import type { TimeRange } from '@grafana/data';
import { EditorField } from '@grafana/plugin-ui';
import { MultiCombobox, Stack, type ComboboxOption } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { WarehouseDataSource } from '../datasource';
import type { FilterList } from '../query/filters';
import { NamedCombobox } from './NamedCombobox';

interface Props {
  id: string;
  spec: FilterSpec;
  label: string;
  list: FilterList;
  values: readonly string[];
  datasource: WarehouseDataSource;
  range?: TimeRange;
  onList: (list: FilterList) => void;
  onValues: (values: string[]) => void;
}

const OPERATORS: Array<ComboboxOption<FilterList>> = [
  { value: 'filters', label: 'is one of' },
  { value: 'exclude', label: 'is none of' },
];

/** Any number of a dimension's values, which are loaded when the list is opened, or variables such as `$state`. */
export function FilterInput({ id, spec, label, list, values, datasource, range, onList, onValues }: Props) {
  const options = useMemo(() => optionLoader(spec, datasource, range), [spec, datasource, range]);
  return (
    <EditorField label={label} tooltip={spec.help} htmlFor={id}>
      <Stack gap={0.5}>
        <NamedCombobox
          name={`${label}: one or none of the values`}
          options={OPERATORS}
          value={list}
          width={13}
          onChange={onList}
        />
        <MultiCombobox
          id={id}
          options={options}
          value={values.map((value) => ({ value }))}
          createCustomValue
          isClearable
          placeholder={list === 'filters' ? 'All' : 'Leaves out nothing'}
          width="auto"
          minWidth={15}
          maxWidth={50}
          onChange={(chosen) => onValues(chosen.map((option) => option.value))}
        />
      </Stack>
    </EditorField>
  );
}

/** Loads the values once, when they are first asked for, and searches in them. A failure is tried again the next time. */
function optionLoader(spec: FilterSpec, datasource: WarehouseDataSource, range?: TimeRange) {
  let loaded: Promise<ComboboxOption[]> | undefined;
  return async (search: string): Promise<ComboboxOption[]> => {
    loaded ??= loadOptions(spec, datasource, range);
    try {
      const sought = search.toLowerCase();
      return (await loaded).filter(({ value }) => value.toLowerCase().includes(sought));
    } catch (error) {
      loaded = undefined;
      throw error;
    }
  };
}

async function loadOptions(
  spec: FilterSpec,
  datasource: WarehouseDataSource,
  range?: TimeRange,
): Promise<ComboboxOption[]> {
  const variables = datasource.variableNames().map((value) => ({ value, description: 'Dashboard variable' }));
  if (spec.name === 'segment') {
    return [...variables, ...SEGMENTS.map((value) => ({ value, description: SEGMENT_STYLES[value].meaning }))];
  }
  const values = await datasource.listValues(spec.dimension, range);
  return [...variables, ...values.map((value) => ({ value }))];
}
