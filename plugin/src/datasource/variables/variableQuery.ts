import type { QueryKind, ValuesQuery } from '@contract';
import { isKind } from '../query/parameters';
import type { WarehouseQuery } from '../types';

/** The kinds whose answers are texts. */
export const VARIABLE_KINDS: readonly QueryKind[] = ['values', 'headline'];

/** What a new dashboard variable asks for. */
export const DEFAULT_VARIABLE_QUERY: ValuesQuery = { kind: 'values', dimension: 'state' };

const REF_ID = 'variable';

/** A variable's query as it was saved, or what a new variable asks for where nothing is chosen yet. */
export function completeVariableQuery(saved: WarehouseQuery | string | undefined): WarehouseQuery {
  if (typeof saved === 'object' && isKind(saved.kind)) return { ...saved, refId: saved.refId || REF_ID };
  return { ...DEFAULT_VARIABLE_QUERY, refId: REF_ID };
}
