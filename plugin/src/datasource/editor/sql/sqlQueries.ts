import type { SqlQuery } from '@contract';
import type { CoreApp } from '@grafana/data';
import { defaultQuery } from '../../query/defaults';
import type { WarehouseQuery } from '../../types';
import type { Start } from './startingStatement';

/** A query in SQL with Grafana's own keys. */
export type SqlModeQuery = Extract<WarehouseQuery, SqlQuery>;

/** True for a query that is written in SQL. */
export function isSql(query: WarehouseQuery): query is SqlModeQuery {
  return query.kind === 'sql';
}

/** A query of the builder turned into a statement: what Grafana keeps of it and its as-of day stay. */
export function toSql(query: WarehouseQuery, { sql, format }: Start): SqlModeQuery {
  return { ...grafanaKeys(query), ...(query.asOf ? { asOf: query.asOf } : {}), kind: 'sql', rawSql: sql, format };
}

/** A statement's place taken by a query of the builder: the one it came from, else a new one. */
export function toBuilder(query: WarehouseQuery, before: WarehouseQuery | undefined, app?: CoreApp): WarehouseQuery {
  return { ...(before ?? defaultQuery(app)), ...grafanaKeys(query) };
}

/** True when nothing that somebody wrote is lost by leaving a statement. */
export function losesNothing({ rawSql = '' }: SqlModeQuery, generated: string | undefined): boolean {
  return rawSql.trim() === '' || rawSql.trim() === generated?.trim();
}

function grafanaKeys({ refId, hide, key, queryType, datasource }: WarehouseQuery) {
  const keys = { hide, key, queryType, datasource };
  return { refId, ...Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined)) };
}
