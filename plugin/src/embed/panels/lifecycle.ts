import { createLifecyclePanel, DEFAULT_OPTIONS } from '../../panels/lifecycle';
import type { PanelKind } from './panelKind';
import { serverList } from './serverList';
import { usePlaceVariables } from './usePlaceVariables';

/** Our own panel, drawn by the same code as in Grafana. */
export const lifecycle: PanelKind = {
  component: createLifecyclePanel(usePlaceVariables, serverList),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
  explainsNothing: true,
};
