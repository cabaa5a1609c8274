import { useEffect, useState } from 'react';
import type { ForecastOptions, View } from '../options';

export interface ViewState {
  view: View;
  setView: (view: View) => void;
  asTable: boolean;
  setAsTable: (asTable: boolean) => void;
  /** The one of several series that is shown on its own. */
  alone: string | undefined;
  setAlone: (name: string | undefined) => void;
}

/** What the viewer has switched to; begins with the options, and goes back to them when they are changed. */
export function useViewState(options: Pick<ForecastOptions, 'view' | 'asTable'>): ViewState {
  const [view, setView] = useState(options.view);
  const [asTable, setAsTable] = useState(options.asTable);
  const [alone, setAlone] = useState<string>();
  useEffect(() => setView(options.view), [options.view]);
  useEffect(() => setAsTable(options.asTable), [options.asTable]);
  return { view, setView, asTable, setAsTable, alone, setAlone };
}

/** The series to show: one on its own, or all where it is not among them. */
export function shownSeries<Series extends { name: string }>(
  series: readonly Series[],
  alone: string | undefined,
): Series[] {
  const found = series.filter(({ name }) => name === alone);
  return found.length > 0 ? found : [...series];
}
