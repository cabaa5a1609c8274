import { createMovementPanel, DEFAULT_OPTIONS } from '../../panels/segment-movement';
import type { PanelKind } from './panelKind';
import { serverList } from './serverList';
import { usePlaceVariables } from './usePlaceVariables';

/** Our own panel, drawn by the same code as in Grafana. */
export const segmentMovement: PanelKind = {
  component: createMovementPanel(usePlaceVariables, serverList),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
  explainsNothing: true,
};
