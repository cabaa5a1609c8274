import { createValuePanel, DEFAULT_OPTIONS } from '../../panels/value-at-risk';
import type { PanelKind } from './panelKind';
import { serverList } from './serverList';
import { usePlaceVariables } from './usePlaceVariables';

/** Our own panel, drawn by the same code as in Grafana. */
export const valueAtRisk: PanelKind = {
  component: createValuePanel(usePlaceVariables, serverList),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
  explainsNothing: true,
};
