import { locationService } from '@grafana/runtime';
import { useEffect, useState } from 'react';

/** What the page's address says after its `?`, at every moment. */
export function useUrlSearch(): ReturnType<typeof locationService.getSearchObject> {
  const [search, setSearch] = useState(() => locationService.getSearchObject());

  useEffect(() => {
    const subscription = locationService
      .getLocationObservable()
      .subscribe(() => setSearch(locationService.getSearchObject()));
    return () => subscription.unsubscribe();
  }, []);

  return search;
}
