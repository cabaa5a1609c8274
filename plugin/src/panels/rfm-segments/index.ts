/** What pages outside Grafana need to show the panel: it, its options and a way to bind its choice of segments. */
export { DEFAULT_OPTIONS, readOptions, type SegmentsOptions } from './options';
export { createSegmentsPanel, type SegmentSelection, type UseSegmentSelection } from './SegmentsPanel';
export { SegmentsView, type SegmentsViewProps } from './SegmentsView';
