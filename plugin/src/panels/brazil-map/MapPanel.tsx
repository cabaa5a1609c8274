import type { InterpolateFunction, PanelProps } from '@grafana/data';
import React, { type ComponentType } from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import { MapView } from './MapView';
import { readOptions, type MapOptions } from './options';
import { useLocalSelection } from './useLocalSelection';

/** Which states are chosen, and how to choose one; null takes the choice back. */
export interface StateSelection {
  selected: readonly string[];
  select: (state: string | null) => void;
}

/** A hook that binds the choice to a variable of the page around the panel. */
export type UseStateSelection = (variable: string, interpolate: InterpolateFunction) => StateSelection;

/** The panel, with its choice of a state bound to whatever page it stands on. */
export function createMapPanel(useSelection: UseStateSelection): ComponentType<PanelProps<MapOptions>> {
  function MapPanel({ data, options, width, height, replaceVariables }: PanelProps<MapOptions>) {
    const known = readOptions(options);
    const ofPage = useSelection(known.variable, replaceVariables);
    const ofPanel = useLocalSelection();
    const { selected, select } = known.variable ? ofPage : ofPanel;
    return <MapView data={data} options={known} width={width} height={height} selected={selected} onSelect={select} />;
  }
  return withBoundary(MapPanel, 'The map of Brazil');
}
