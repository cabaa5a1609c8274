/** What pages outside Grafana need to show the panel: it, and its options. */
export { createCohortsPanel } from './CohortsPanel';
export { CohortsView, type CohortsViewProps } from './CohortsView';
export { DEFAULT_OPTIONS, readOptions, type CohortsOptions } from './options';
