/** What pages outside Grafana need to show the panel: it, and its options. */
export { createLifecyclePanel } from './LifecyclePanel';
export { LifecycleView, type LifecycleViewProps } from './LifecycleView';
export { DEFAULT_OPTIONS, readOptions, type LifecycleOptions } from './options';
