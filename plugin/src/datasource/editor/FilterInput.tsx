import { SEGMENTS, segmentStyle, type FilterSpec } from '@contract';
import type { TimeRange } from '@grafana/data';
import { EditorField } from '@grafana/plugin-ui';
import { MultiCombobox, Stack, type ComboboxOption } from '@grafana/ui';
import React, { useEffect, useMemo, useState } from 'react';
import { currentLanguage } from '../../language/current';
import { isNamedByShop, segmentText, valueText } from '../../language/names';
import { t } from '../../language/t';
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

const operators = (): Array<ComboboxOption<FilterList>> => [
  { value: 'filters', label: t('datasource.editor.isOneOf', 'is one of') },
  { value: 'exclude', label: t('datasource.editor.isNoneOf', 'is none of') },
];

/** Any number of a dimension's values, which are loaded when the list is opened, or variables such as `$state`. */
export function FilterInput({ id, spec, label, list, values, datasource, range, onList, onValues }: Props) {
  const options = useMemo(() => optionLoader(spec, datasource, range), [spec, datasource, range]);
  const shopNames = useShopNames(spec, values, options);
  return (
    <EditorField label={label} tooltip={spec.help} htmlFor={id}>
      <Stack gap={0.5}>
        <NamedCombobox
          name={t('datasource.editor.oneOrNone', '{{filter}}: one or none of the values', { filter: label })}
          options={operators()}
          value={list}
          width={13}
          onChange={onList}
        />
        <MultiCombobox
          id={id}
          options={options}
          value={values.map((value) => ({ value, label: shopNames.get(value) ?? valueText(spec.name, value) }))}
          createCustomValue
          isClearable
          placeholder={
            list === 'filters'
              ? t('datasource.editor.all', 'All')
              : t('datasource.editor.leavesOutNothing', 'Leaves out nothing')
          }
          width="auto"
          minWidth={15}
          maxWidth={50}
          onChange={(chosen) => onValues(chosen.map((option) => option.value))}
        />
      </Stack>
    </EditorField>
  );
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** What the shop calls those of the values that have no name of ours; their keys in words until it is known. */
function useShopNames(
  { name }: FilterSpec,
  values: readonly string[],
  options: (search: string) => Promise<ComboboxOption[]>,
): ReadonlyMap<string, string> {
  const [names, setNames] = useState(NO_NAMES);
  const isAsked = values.some((value) => !value.startsWith('$') && isNamedByShop(name, value));
  useEffect(() => {
    if (!isAsked) return;
    let wanted = true;
    options('').then(
      (all) => wanted && setNames(new Map(all.flatMap(({ value, label }) => (label ? [[value, label]] : [])))),
      // The list itself says what went wrong, as soon as somebody opens it.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [isAsked, options]);
  return names;
}

/** Loads the values once, when they are first asked for, and searches in them. A failure is tried again the next time. */
function optionLoader(spec: FilterSpec, datasource: WarehouseDataSource, range?: TimeRange) {
  let loaded: Promise<ComboboxOption[]> | undefined;
  return async (search: string): Promise<ComboboxOption[]> => {
    loaded ??= loadOptions(spec, datasource, range);
    try {
      const sought = search.toLowerCase();
      return (await loaded).filter(({ value, label = value }) => `${label} ${value}`.toLowerCase().includes(sought));
    } catch (error) {
      loaded = undefined;
      throw error;
    }
  };
}

const segmentOptions = (): ComboboxOption[] =>
  SEGMENTS.map((value) => ({
    value,
    label: segmentText(value),
    description: segmentStyle(value, currentLanguage()).meaning,
  }));

async function loadOptions(
  spec: FilterSpec,
  datasource: WarehouseDataSource,
  range?: TimeRange,
): Promise<ComboboxOption[]> {
  const variables = datasource
    .variableNames()
    .map((value) => ({ value, description: t('datasource.editor.variable', 'Dashboard variable') }));
  if (spec.name === 'segment') {
    return [...variables, ...segmentOptions()];
  }
  const values = await datasource.listValues(spec.dimension, range);
  return [...variables, ...values.map(({ value, text }) => ({ value, label: text }))];
}
