import { interpolateSaved, type VariableSource } from '@contract';
import type { WarehouseQuery } from '../types';

/** The query with the dashboard's variables replaced by their values: see `interpolateSaved`. */
export function interpolateQuery(query: WarehouseQuery, source: VariableSource): WarehouseQuery {
  const { refId, kind } = query;
  return { ...interpolateSaved({ ...query }, source), refId, kind };
}
