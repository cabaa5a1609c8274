/** The query kind for events that belong on a picture over time. */
export const ANNOTATION_KINDS = ['annotations'] as const;

/** Where events come from. */
export const ANNOTATION_SOURCES = ['alerts', 'anomalies', 'campaigns', 'holidays', 'loads'] as const;
export type AnnotationSource = (typeof ANNOTATION_SOURCES)[number];
