import type { UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect } from 'react';

type Padding = Parameters<UPlotConfigBuilder['setPadding']>[0];
type SidePadding = Extract<Padding[number], (...args: never[]) => unknown>;

const RIGHT = 1;
const EDGE = 8;
/** Half of a date under the time axis: the last one is not cut off. */
const HALF_DATE = 24;

const side: SidePadding = (_plot, which, sidesWithAxes) => {
  if (sidesWithAxes[which]) return 0;
  return which === RIGHT ? HALF_DATE : EDGE;
};

/** Gives a plot over time room at its right edge; takes effect when the plot is next made. */
export function PlotMargin({ config }: { config: UPlotConfigBuilder }): null {
  useLayoutEffect(() => config.setPadding([side, side, side, side]), [config]);
  return null;
}
