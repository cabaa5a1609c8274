import type { AnnotationSupport } from '@grafana/data';
import type { WarehouseQuery } from '../types';
import { AnnotationEditor } from './AnnotationEditor';
import { completeAnnotationQuery, DEFAULT_ANNOTATION_QUERY } from './annotationQuery';

/** Annotations of dashboards. Grafana's own support reads the columns time, timeEnd, title, text, tags and id. */
export const annotationSupport: AnnotationSupport<WarehouseQuery> = {
  getDefaultQuery: () => DEFAULT_ANNOTATION_QUERY,
  prepareQuery: ({ target }) => completeAnnotationQuery(target),
  QueryEditor: AnnotationEditor,
};
