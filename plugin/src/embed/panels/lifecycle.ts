import { createLifecyclePanel, DEFAULT_OPTIONS } from '../../panels/lifecycle';
import type { PanelKind } from './panelKind';
import { usePlaceVariables } from './usePlaceVariables';

/** Our own panel, drawn by the same code as in Grafana. */
export const lifecycle: PanelKind = {
  component: createLifecyclePanel(usePlaceVariables),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
  explainsNothing: true,
};
