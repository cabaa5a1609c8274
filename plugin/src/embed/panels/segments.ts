import type { InterpolateFunction } from '@grafana/data';
import { createSegmentsPanel, DEFAULT_OPTIONS, type SegmentSelection } from '../../panels/rfm-segments';
import { changeQuery, usePlace } from '../host/location';
import { ALL } from '../model/readVariable';
import { parseUrlState, variableKey } from '../url/urlState';
import type { PanelKind } from './panelKind';

/** The choice of segments here: a variable of the page's address. */
function usePlaceSelection(variable: string, interpolate: InterpolateFunction): SegmentSelection {
  const { search } = usePlace();
  const asked = parseUrlState(search).variables[variable];
  const saved = parseUrlState(interpolate(`\${${variable}:queryparam}`)).variables[variable];
  return {
    selected: (asked ?? saved ?? []).filter((one) => one !== ALL),
    select: (segment) => changeQuery({ [variableKey(variable)]: segment ?? ALL }),
  };
}

/** Our own panel, drawn by the same code as in Grafana. */
export const segments: PanelKind = {
  component: createSegmentsPanel(usePlaceSelection),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
};
