import { isDay } from '@contract';
import type { PanelProps } from '@grafana/data';
import React, { useMemo, type ComponentType } from 'react';
import { linkTo } from '../../components/customers/linkTo';
import type { ListFor } from '../../components/customers/listTarget';
import { withBoundary } from '../../components/ErrorBoundary';
import type { UsePageVariables } from '../../components/panel/pageVariables';
import { t } from '../../language/t';
import type { Choice } from './choice';
import { CohortsView } from './CohortsView';
import { readOptions, type CohortsOptions } from './options';

/** A variable's value where it is a day, whatever else may stand in the address. */
const dayIn = (value = ''): string => (isDay(value) ? value : '');

/** The panel, with its choice of a cell and its list of customers bound to whatever page it stands on. */
export function createCohortsPanel(
  useVariables: UsePageVariables,
  listFor: ListFor,
): ComponentType<PanelProps<CohortsOptions>> {
  function CohortsPanel({ data, options, width, height, replaceVariables }: PanelProps<CohortsOptions>) {
    const known = useMemo(() => readOptions(options), [options]);
    const { cohortVariable, periodVariable } = known;
    const names = [cohortVariable, periodVariable].filter((name) => name !== '');
    const ask = useMemo(() => listFor('cohorts', data.request), [data.request]);
    const { values, set } = useVariables(names, replaceVariables);
    const [cohort, period] = [dayIn(values[cohortVariable]), dayIn(values[periodVariable])];
    const chosen: Choice | null = cohort === '' ? null : { cohort, period };
    const choose = (choice: Choice | null) => {
      const period = periodVariable === '' ? {} : { [periodVariable]: choice?.period ?? '' };
      set({ [cohortVariable]: choice?.cohort ?? '', ...period });
    };
    return (
      <CohortsView
        data={data}
        options={known}
        width={width}
        height={height}
        ask={ask}
        customerLink={(id) => linkTo(known.customerLink, id, replaceVariables)}
        chosen={chosen}
        onChoose={cohortVariable === '' ? undefined : choose}
      />
    );
  }
  return withBoundary(CohortsPanel, () => t('cohorts.panel', 'The cohorts'));
}
