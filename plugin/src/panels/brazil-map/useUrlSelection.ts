import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import type { StateSelection } from './MapPanel';
import { shapeOf } from './shapes/stateShapes';

const ALL = '$__all';

/** The choice of states in Grafana: a dashboard variable, read from and written to the address. */
export function useUrlSelection(variable: string, interpolate: InterpolateFunction): StateSelection {
  const key = `var-${variable}`;
  const [search, setSearch] = useState(() => locationService.getSearchObject());

  useEffect(() => {
    const subscription = locationService
      .getLocationObservable()
      .subscribe(() => setSearch(locationService.getSearchObject()));
    return () => subscription.unsubscribe();
  }, []);

  const inUrl = search[key];
  const selected = inUrl === undefined ? interpolate(`\${${variable}:csv}`).split(',') : [inUrl].flat();
  return {
    // A value that is no state, such as "All" or an unknown variable's own name, chooses nothing.
    selected: variable ? selected.map(String).filter(shapeOf) : [],
    select: (state) => locationService.partial({ [key]: state ?? ALL }),
  };
}
