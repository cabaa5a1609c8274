import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import { valueOf, type PageVariables } from './pageVariables';

/** The variables of a dashboard in Grafana, read from and written to the address. */
export function useUrlVariables(names: readonly string[], interpolate: InterpolateFunction): PageVariables {
  const [search, setSearch] = useState(() => locationService.getSearchObject());

  useEffect(() => {
    const subscription = locationService
      .getLocationObservable()
      .subscribe(() => setSearch(locationService.getSearchObject()));
    return () => subscription.unsubscribe();
  }, []);

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
