import type { InterpolateFunction, PanelProps } from '@grafana/data';
import React, { type ComponentType } from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import { t } from '../../language/t';
import { readOptions, type SegmentsOptions } from './options';
import { SegmentsView } from './SegmentsView';

/** Which segments are chosen, and how to choose one; null takes the choice back. */
export interface SegmentSelection {
  selected: readonly string[];
  select: (segment: string | null) => void;
}

/** A hook that binds the choice to a variable of the page around the panel. */
export type UseSegmentSelection = (variable: string, interpolate: InterpolateFunction) => SegmentSelection;

/** The panel, with its choice of segments bound to whatever page it stands on. */
export function createSegmentsPanel(useSelection: UseSegmentSelection): ComponentType<PanelProps<SegmentsOptions>> {
  function SegmentsPanel({ data, options, width, height, replaceVariables }: PanelProps<SegmentsOptions>) {
    const known = readOptions(options);
    const { selected, select } = useSelection(known.variable, replaceVariables);
    return (
      <SegmentsView
        data={data}
        options={known}
        width={width}
        height={height}
        selected={selected}
        onSelect={known.variable ? select : undefined}
      />
    );
  }
  return withBoundary(SegmentsPanel, () => t('segments.panel', 'The RFM segments'));
}
