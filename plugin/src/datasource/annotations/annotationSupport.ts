import type { AnnotationSupport } from '@grafana/data';
import type { WarehouseQuery } from '../types';
import { AnnotationEditor } from './AnnotationEditor';
import { completeAnnotationQuery } from './annotationQuery';

/**
 * Annotations of dashboards. Grafana's own support reads the columns time, timeEnd, title, text, tags and id. There is no
 * default query here: Grafana would lay it below a saved one, and mix the parameters of both.
 */
export const annotationSupport: AnnotationSupport<WarehouseQuery> = {
  prepareQuery: ({ target }) => completeAnnotationQuery(target),
  QueryEditor: AnnotationEditor,
};
