/** What pages outside Grafana need to show the panel: it, its options and ways to bind it to a page. */
export { DEFAULT_OPTIONS, readOptions, type ValueOptions } from './options';
export { createValuePanel } from './ValuePanel';
export { ValueView, type ValueViewProps } from './ValueView';
