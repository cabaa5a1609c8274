import type { FieldConfig, PanelProps } from '@grafana/data';
import type { ComponentType } from 'react';

/** A panel type: what draws it, and what holds where a dashboard does not say otherwise. */
export interface PanelKind {
  component: ComponentType<PanelProps>;
  /** What draws it where nobody can scroll or point, as high as it needs to be; absent: the same. */
  onPaper?: ComponentType<PanelProps>;
  /** True: it scrolls, and so asks on paper for the height of what a reader would scroll to. */
  scrolls?: boolean;
  options: Record<string, unknown>;
  fieldConfig: FieldConfig;
  /** True: it says itself what an answer without rows means. */
  explainsNothing?: boolean;
  /** True: it fills its frame to the edge. */
  noPadding?: boolean;
}
