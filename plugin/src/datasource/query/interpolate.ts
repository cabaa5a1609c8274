import { interpolateSaved, type VariableSource } from '@contract';
import type { WarehouseQuery } from '../types';

/** The query with the dashboard's variables replaced by their values: see `interpolateSaved`. */
export function interpolateQuery(query: WarehouseQuery, source: VariableSource): WarehouseQuery {
  const { refId, kind } = query;
  const saved = interpolateSaved({ ...query }, source);
  // Assigned: of a spread the compiler compares every kind with every other, and gives up on so many.
  const replaced = Object.assign({ ...query }, saved, { refId, kind });
  for (const key of Object.keys(query)) if (!(key in saved)) Reflect.deleteProperty(replaced, key);
  return replaced;
}
