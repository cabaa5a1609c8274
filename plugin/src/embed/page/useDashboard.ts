import type { WarehouseStatus } from '@contract';
import { useCallback, useMemo, useState } from 'react';
import { usePlace } from '../host/location';
import type { Dashboard } from '../model/dashboard';
import { initialRange } from '../time/initialRange';
import { parseUrlState } from '../url/urlState';
import { replaceIn, variableSource, type Scope } from '../variables/replace';
import { selectionOf, type Options } from '../variables/state';
import { useVariableOptions } from '../variables/useVariableOptions';
import type { DashboardScope } from './dashboardScope';
import { useInterval } from './useInterval';

export interface DashboardState {
  scope: DashboardScope;
  options: Options;
  /** Why the options of a variable are missing, by its name. */
  errors: Readonly<Record<string, string>>;
  /** Of automatic refreshing, such as `30s`; empty: off. */
  interval: string;
  refresh: () => void;
}

const NO_OPTIONS: Options = {};
const NO_BOUNDS: { from?: string; to?: string } = {};

/**
 * What a dashboard shows at the moment, from its address, its own settings and the data that there is.
 *
 * @param options.fixedTime true: the time range is the dashboard's, whatever the address says
 * @param options.returns how often the server was there again after it had been lost: everything is then asked again
 */
export function useDashboard(
  dashboard: Dashboard,
  status: WarehouseStatus,
  { fixedTime = false, returns = 0 }: { fixedTime?: boolean; returns?: number } = {},
): DashboardState {
  const { search } = usePlace();
  const url = useMemo(() => parseUrlState(search), [search]);
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  const interval = url.refresh ?? dashboard.refresh;
  useInterval(interval, refresh);

  const days = useDays(status);
  const timeZone = dashboard.timezone;
  const { from, to } = fixedTime ? NO_BOUNDS : url;
  const range = useMemo(
    () => initialRange({ from, to }, dashboard.time, days, timeZone),
    // A refresh moves ranges that end now.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [from, to, dashboard, days, timeZone, asked],
  );
  const [known, setKnown] = useState(NO_OPTIONS);
  const scope = useMemo<Scope>(() => {
    const { variables, uid, title } = dashboard;
    const selection = selectionOf(dashboard, url.variables, known);
    return { variables, selection, options: known, range, timeZone, dashboard: { uid, title } };
  }, [dashboard, url.variables, known, range, timeZone]);
  const source = useMemo(() => variableSource(scope), [scope]);
  const refreshKey = `${status.generation?.id ?? ''} ${asked} ${returns}`;
  const { options, errors } = useVariableOptions(dashboard.variables, range, source, refreshKey);
  if (options !== known) setKnown(options);
  return {
    scope: useMemo(() => {
      const asking = dashboard.variables.filter(({ type }) => type === 'query').map(({ name }) => name);
      const pending = asking.filter((name) => !isSettled(name, scope, errors));
      return { ...scope, replace: replaceIn(scope), source, days, pending, refresh: refreshKey };
    }, [dashboard, scope, source, days, errors, refreshKey]),
    options,
    errors,
    interval,
    refresh,
  };
}

/** A variable without a saved value has none until its options are known. */
function isSettled(name: string, { selection }: Scope, errors: Readonly<Record<string, string>>): boolean {
  return (selection[name]?.length ?? 0) > 0 || errors[name] !== undefined;
}

function useDays({ generation }: WarehouseStatus) {
  const { firstDay, lastDay, regularLastDay } = generation ?? {};
  return useMemo(
    () => (firstDay && lastDay && regularLastDay ? { firstDay, lastDay, regularLastDay } : undefined),
    [firstDay, lastDay, regularLastDay],
  );
}
