import type { SalesMeasure } from '../kinds';
import type { QueryBase } from '../query-base';
import type { AnnotationSource } from './kinds';

/** Events inside the time range, as it was asked; the frame is described in frames.ts. */
export interface AnnotationsQuery extends QueryBase {
  kind: 'annotations';
  /** Absent or empty: all of them; campaigns only where the settings name a file of them. */
  source?: AnnotationSource[];
  /** Of anomalies: what was unusual. */
  measure?: SalesMeasure;
}
