import { getDefaultTimeRange, LoadingState, type DataFrame, type PanelData } from '@grafana/data';

/** What a panel knows when these frames have arrived. */
export function panelData(series: DataFrame[], state = LoadingState.Done): PanelData {
  return { state, series, timeRange: getDefaultTimeRange() };
}
