import { migrateQuery, textQuery, type QueryKind, type ValuesQuery } from '@contract';
import type { ScopedVars } from '@grafana/data';
import { isKind } from '../query/parameters';
import type { WarehouseQuery } from '../types';

/** The kinds whose answers are texts; SQL where the caller may run any. */
export const VARIABLE_KINDS: readonly QueryKind[] = ['values', 'headline', 'sql'];

/** What a new dashboard variable asks for. */
export const DEFAULT_VARIABLE_QUERY: ValuesQuery = { kind: 'values', dimension: 'state' };

/** What `$__searchFilter` stands for while nobody types into the variable's drop-down: nothing. */
export const NO_SEARCH: ScopedVars = { __searchFilter: { text: '', value: '' } };

const REF_ID = 'variable';

/** A variable's query as it was saved, also by older dashboards, or what a new variable asks for where nothing is chosen. */
export function completeVariableQuery(saved: WarehouseQuery | string | undefined): WarehouseQuery {
  const query = migrateQuery<Partial<WarehouseQuery>>(
    typeof saved === 'object' ? saved : { ...textQuery(saved ?? '') },
  );
  if (isWhole(query)) return { ...query, refId: query.refId || REF_ID };
  return { ...DEFAULT_VARIABLE_QUERY, refId: REF_ID };
}

const isWhole = (query: Partial<WarehouseQuery>): query is WarehouseQuery => isKind(query.kind);
