import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { valueOf, type PageVariables } from './pageVariables';
import { useUrlSearch } from './useUrlSearch';

/** The variables of a dashboard in Grafana, read from and written to the address. */
export function useUrlVariables(names: readonly string[], interpolate: InterpolateFunction): PageVariables {
  const search = useUrlSearch();
  const read = (name: string): string => {
    const inUrl = search[`var-${name}`];
    return valueOf(inUrl === undefined ? [interpolate(`\${${name}}`)] : [inUrl].flat().map(String));
  };
  return {
    values: Object.fromEntries(names.map((name) => [name, read(name)])),
    set: (change) =>
      locationService.partial(
        Object.fromEntries(Object.entries(change).map(([name, value]) => [`var-${name}`, value])),
      ),
  };
}
