/** What pages outside Grafana need to show the panel: it, its options and ways to bind it to a page. */
export { createMovementPanel } from './MovementPanel';
export { MovementView, type MovementViewProps } from './MovementView';
export { DEFAULT_OPTIONS, readOptions, type MovementOptions } from './options';
