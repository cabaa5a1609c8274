import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import { isSegment } from './picture/segmentStyle';
import type { SegmentSelection } from './SegmentsPanel';

const ALL = '$__all';

/** The choice of segments in Grafana: a dashboard variable, read from and written to the address. */
export function useUrlSelection(variable: string, interpolate: InterpolateFunction): SegmentSelection {
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
    // A value that is no segment, such as "All" or an unknown variable's own name, chooses nothing.
    selected: variable ? selected.filter(isSegment) : [],
    select: (segment) => locationService.partial({ [key]: segment ?? ALL }),
  };
}
