/** What pages outside Grafana need to show the panel: it, its options and a way to bind its choice of a state. */
export { createMapPanel, type StateSelection, type UseStateSelection } from './MapPanel';
export { MapView, type MapViewProps } from './MapView';
export { DEFAULT_OPTIONS, readOptions, type MapOptions } from './options';
