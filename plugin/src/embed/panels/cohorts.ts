import { createCohortsPanel, DEFAULT_OPTIONS } from '../../panels/cohorts';
import type { PanelKind } from './panelKind';
import { usePlaceVariables } from './usePlaceVariables';

/** Our own panel, drawn by the same code as in Grafana. */
export const cohorts: PanelKind = {
  component: createCohortsPanel(usePlaceVariables),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
  explainsNothing: true,
};
