import { rangeUtil, type TimeRange } from '@grafana/data';
import { inReadersLanguage } from '../../datasource/query/language';
import { interpolateQuery } from '../../datasource/query/interpolate';
import { variableNames, type VariableSource } from '../../datasource/query/variables';
import type { WarehouseQuery } from '../../datasource/types';
import type { QueryRequest } from '../api/query';
import type { Panel, Target } from '../model/dashboard';

/**
 * What a panel asks the server, its variables replaced as the data source's own front end does it in Grafana. Undefined
 * when it asks nothing, or needs a variable that has no value yet.
 *
 * @param width of the panel in px: more points than that cannot be told apart
 */
export function panelRequest(
  panel: Panel,
  range: TimeRange,
  width: number,
  source: VariableSource,
  pending: readonly string[],
): QueryRequest | undefined {
  const targets = panel.targets.filter(({ hide }) => !hide);
  if (targets.length === 0 || waitsFor(targets, pending)) return undefined;
  const maxDataPoints = panel.maxDataPoints ?? Math.max(100, Math.round(width / 100) * 100);
  const { intervalMs } = rangeUtil.calculateInterval(range, maxDataPoints);
  return {
    from: range.from.valueOf(),
    to: range.to.valueOf(),
    panel: panel.id,
    queries: targets.map((target) => ({ ...interpolateTarget(target, source), maxDataPoints, intervalMs })),
  };
}

/** True for parts of a panel that hold a variable which has no value yet. */
export function waitsFor(parts: unknown, pending: readonly string[]): boolean {
  return pending.length > 0 && variableNames(JSON.stringify(parts)).some((name) => pending.includes(name));
}

/** One query with its variables replaced. The data source that a dashboard names means nothing to this server. */
export function interpolateTarget(target: Target, source: VariableSource): Target {
  const { datasource: _, ...query } = target;
  return isWarehouseQuery(query) ? inReadersLanguage({ ...interpolateQuery(query, source) }) : query;
}

/** True for a query of our data source, as far as one can tell. */
export function isWarehouseQuery(target: Target): target is Target & WarehouseQuery {
  return typeof target.kind === 'string';
}
