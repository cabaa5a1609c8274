import { migrateQuery, type AnnotationsQuery, type QueryKind } from '@contract';
import { isKind } from '../query/parameters';
import type { WarehouseQuery } from '../types';

/** The kinds whose answers can be events: tables with a time and a text. */
export const ANNOTATION_EDITOR_KINDS: readonly QueryKind[] = ['annotations', 'sales_forecast', 'sql'];

/** What a new annotation shows. */
export const DEFAULT_ANNOTATION_QUERY: AnnotationsQuery = { kind: 'annotations', source: ['anomalies'] };

const REF_ID = 'Anno';

/** An annotation's query as it was saved, or what a new one shows where nothing is chosen. */
export function completeAnnotationQuery(saved: Partial<WarehouseQuery> | undefined): WarehouseQuery {
  const query = migrateQuery<Partial<WarehouseQuery>>(saved ?? {});
  if (!isWhole(query)) return { ...DEFAULT_ANNOTATION_QUERY, refId: saved?.refId || REF_ID };
  const kept: WarehouseQuery = { ...query, refId: query.refId || REF_ID };
  // Of a forecast's views, one alone has events.
  if (kept.kind === 'sales_forecast') kept.view ??= 'anomalies';
  return kept;
}

const isWhole = (query: Partial<WarehouseQuery>): query is WarehouseQuery => isKind(query.kind);
