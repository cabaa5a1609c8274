import type { PanelKind } from './panelKind';

/** The panel types that our dashboards use; each is loaded when a dashboard first needs it. */
const KINDS: Record<string, () => Promise<PanelKind>> = {
  stat: async () => (await import('./stat')).stat,
  timeseries: async () => (await import('./timeseries')).timeSeries,
  bargauge: async () => (await import('./barGauge')).barGauge,
  barchart: async () => (await import('./barChart')).barChart,
  xychart: async () => (await import('./xyChart')).xyChart,
  piechart: async () => (await import('./pieChart')).pieChart,
  table: async () => (await import('./table')).table,
  text: async () => (await import('./text')).text,
  'churnwatch-churnscore-panel': async () => (await import('./churnScore')).churnScore,
  'churnwatch-segments-panel': async () => (await import('./segments')).segments,
  'churnwatch-cohorts-panel': async () => (await import('./cohorts')).cohorts,
  'churnwatch-lifecycle-panel': async () => (await import('./lifecycle')).lifecycle,
  'churnwatch-movement-panel': async () => (await import('./segmentMovement')).segmentMovement,
  'churnwatch-value-panel': async () => (await import('./valueAtRisk')).valueAtRisk,
  'churnwatch-forecast-panel': async () => (await import('./forecast')).forecast,
  'churnwatch-map-panel': async () => (await import('./brazilMap')).brazilMap,
};

export function isKnown(type: string): boolean {
  return type in KINDS;
}

/** The panel type with this id; undefined when this viewer does not know it. */
export function loadPanelKind(type: string): Promise<PanelKind> | undefined {
  return KINDS[type]?.();
}
