import type { PanelProps } from '@grafana/data';
import React, { useMemo, type ComponentType } from 'react';
import { linkTo } from '../../components/customers/linkTo';
import type { ListFor } from '../../components/customers/listTarget';
import { withBoundary } from '../../components/ErrorBoundary';
import type { UsePageVariables } from '../../components/panel/pageVariables';
import { t } from '../../language/t';
import { keyOf } from './data/model';
import { readOptions, type ValueOptions } from './options';
import { ValueView } from './ValueView';

/** The panel, with its choice of a cell and its list of customers bound to whatever page it stands on. */
export function createValuePanel(
  useVariables: UsePageVariables,
  listFor: ListFor,
): ComponentType<PanelProps<ValueOptions>> {
  function ValuePanel({ data, options, width, height, replaceVariables }: PanelProps<ValueOptions>) {
    const known = useMemo(() => readOptions(options), [options]);
    const { valueVariable, bandVariable } = known;
    const { values, set } = useVariables([valueVariable, bandVariable], replaceVariables);
    const ask = useMemo(() => listFor('value_at_risk', data.request), [data.request]);
    const select = (value: string, band: string) => set({ [valueVariable]: value, [bandVariable]: band });
    return (
      <ValueView
        data={data}
        options={known}
        width={width}
        height={height}
        selected={keyOf(values[valueVariable] ?? '', values[bandVariable] ?? '')}
        onSelect={valueVariable && bandVariable ? select : undefined}
        ask={ask}
        customerLink={(id) => linkTo(known.customerLink, id, replaceVariables)}
      />
    );
  }
  return withBoundary(ValuePanel, () => t('value.name', 'Value at risk'));
}
