import type { PanelProps } from '@grafana/data';
import React, { useMemo, type ComponentType } from 'react';
import { linkTo } from '../../components/customers/linkTo';
import type { ListFor } from '../../components/customers/listTarget';
import { withBoundary } from '../../components/ErrorBoundary';
import type { UsePageVariables } from '../../components/panel/pageVariables';
import { t } from '../../language/t';
import type { Choice } from './data/model';
import { MovementView } from './MovementView';
import { readOptions, type MovementOptions } from './options';

/** The panel, with its choice of segments and its list of customers bound to whatever page it stands on. */
export function createMovementPanel(
  useVariables: UsePageVariables,
  listFor: ListFor,
): ComponentType<PanelProps<MovementOptions>> {
  function MovementPanel({ data, options, width, height, replaceVariables }: PanelProps<MovementOptions>) {
    const known = useMemo(() => readOptions(options), [options]);
    const { fromVariable, toVariable } = known;
    const { values, set } = useVariables([fromVariable, toVariable], replaceVariables);
    const [from, to] = [values[fromVariable] ?? '', values[toVariable] ?? ''];
    const choice = useMemo(() => ({ from, to }), [from, to]);
    const ask = useMemo(() => listFor('segment_moves', data.request), [data.request]);
    const choose = (one: Choice) => set({ [fromVariable]: one.from, [toVariable]: one.to });
    return (
      <MovementView
        data={data}
        options={known}
        width={width}
        height={height}
        choice={choice}
        onChoose={fromVariable && toVariable ? choose : undefined}
        ask={ask}
        customerLink={(id) => linkTo(known.customerLink, id, replaceVariables)}
      />
    );
  }
  return withBoundary(MovementPanel, () => t('movement.name', 'Segment movement'));
}
