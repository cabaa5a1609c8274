import { createCohortsPanel, DEFAULT_OPTIONS } from '../../panels/cohorts';
import type { PanelKind } from './panelKind';
import { serverList } from './serverList';
import { usePlaceVariables } from './usePlaceVariables';

/** Our own panel, drawn by the same code as in Grafana. */
export const cohorts: PanelKind = {
  component: createCohortsPanel(usePlaceVariables, serverList),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
  explainsNothing: true,
};
