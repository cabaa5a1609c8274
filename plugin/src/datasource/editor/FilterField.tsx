import { SEGMENT_STYLES, SEGMENTS, type FilterSpec } from '@contract';
import type { TimeRange } from '@grafana/data';
import { EditorField } from '@grafana/plugin-ui';
import { MultiCombobox, type ComboboxOption } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { WarehouseDataSource } from '../datasource';

interface Props {
  spec: FilterSpec;
  values: readonly string[];
  idPrefix: string;
  datasource: WarehouseDataSource;
  range?: TimeRange;
  onChange: (values: string[]) => void;
}

/** A filter: any number of a dimension's values, which are loaded when the list is opened, or variables such as `$state`. */
export function FilterField({ spec, values, idPrefix, datasource, range, onChange }: Props) {
  const id = `${idPrefix}-filter-${spec.name}`;
  const options = useMemo(() => optionLoader(spec, datasource, range), [spec, datasource, range]);
  return (
    <EditorField label={spec.label} tooltip={spec.help} htmlFor={id}>
      <MultiCombobox
        id={id}
        options={options}
        value={values.map((value) => ({ value }))}
        createCustomValue
        isClearable
        placeholder="All"
        width="auto"
        minWidth={20}
        maxWidth={50}
        onChange={(chosen) => onChange(chosen.map((option) => option.value))}
      />
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
