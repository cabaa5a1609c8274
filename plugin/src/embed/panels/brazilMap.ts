import type { InterpolateFunction } from '@grafana/data';
import { createMapPanel, DEFAULT_OPTIONS, type StateSelection } from '../../panels/brazil-map';
import { changeQuery, usePlace } from '../host/location';
import { ALL } from '../model/readVariable';
import { parseUrlState, variableKey } from '../url/urlState';
import type { PanelKind } from './panelKind';

/** The choice of states here: a variable of the page's address. */
function usePlaceSelection(variable: string, interpolate: InterpolateFunction): StateSelection {
  const { search } = usePlace();
  const asked = parseUrlState(search).variables[variable];
  const saved = parseUrlState(interpolate(`\${${variable}:queryparam}`)).variables[variable];
  return {
    selected: (asked ?? saved ?? []).filter((one) => one !== ALL),
    select: (state) => changeQuery({ [variableKey(variable)]: state ?? ALL }),
  };
}

/** Our own panel, drawn by the same code as in Grafana. */
export const brazilMap: PanelKind = {
  component: createMapPanel(usePlaceSelection),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
};
