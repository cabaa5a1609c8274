import { isDay, LIFECYCLE_STAGES } from '@contract';
import type { PanelProps } from '@grafana/data';
import React, { useMemo, type ComponentType } from 'react';
import { linkTo } from '../../components/customers/linkTo';
import type { ListFor } from '../../components/customers/listTarget';
import { withBoundary } from '../../components/ErrorBoundary';
import type { UsePageVariables } from '../../components/panel/pageVariables';
import { t } from '../../language/t';
import type { Choice } from './choice';
import { LifecycleView } from './LifecycleView';
import { readOptions, type LifecycleOptions } from './options';

/** The choice that two variables stand for, whatever else may stand in the address. */
function choiceIn(stageText = '', day = ''): Choice | null {
  const stage = LIFECYCLE_STAGES.find((known) => known === stageText);
  return stage && isDay(day) ? { stage, day } : null;
}

/** The panel, with its choice of a bar and its list of customers bound to whatever page it stands on. */
export function createLifecyclePanel(
  useVariables: UsePageVariables,
  listFor: ListFor,
): ComponentType<PanelProps<LifecycleOptions>> {
  function LifecyclePanel({ data, options, width, height, replaceVariables }: PanelProps<LifecycleOptions>) {
    const known = useMemo(() => readOptions(options), [options]);
    const { stageVariable, periodVariable } = known;
    const names = [stageVariable, periodVariable].filter((name) => name !== '');
    const ask = useMemo(() => listFor('lifecycle', data.request), [data.request]);
    const { values, set } = useVariables(names, replaceVariables);
    const choose = (choice: Choice | null) =>
      set({ [stageVariable]: choice?.stage ?? '', [periodVariable]: choice?.day ?? '' });
    return (
      <LifecycleView
        data={data}
        options={known}
        width={width}
        height={height}
        ask={ask}
        customerLink={(id) => linkTo(known.customerLink, id, replaceVariables)}
        chosen={choiceIn(values[stageVariable], values[periodVariable])}
        onChoose={names.length === 2 ? choose : undefined}
      />
    );
  }
  return withBoundary(LifecyclePanel, () => t('lifecycle.panel', 'The lifecycle'));
}
