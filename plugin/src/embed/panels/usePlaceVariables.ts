import type { InterpolateFunction } from '@grafana/data';
import { valueOf, type PageVariables } from '../../components/panel/pageVariables';
import { changeQuery, usePlace } from '../host/location';
import { parseUrlState, variableKey } from '../url/urlState';

/** The variables of the page here: read from its address, else as its dashboard saved them. */
export function usePlaceVariables(names: readonly string[], interpolate: InterpolateFunction): PageVariables {
  const { variables } = parseUrlState(usePlace().search);
  return {
    values: Object.fromEntries(names.map((name) => [name, valueOf(variables[name] ?? [interpolate(`\${${name}}`)])])),
    set: (change) =>
      changeQuery(Object.fromEntries(Object.entries(change).map(([name, value]) => [variableKey(name), value]))),
  };
}
