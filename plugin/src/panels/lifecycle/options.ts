export const VIEWS = ['chart', 'table'] as const;
export type View = (typeof VIEWS)[number];

/** What can be set for the panel. */
export interface LifecycleOptions {
  /** What is shown first; viewers can switch. */
  view: View;
  /** The figures below the bars, where they fit. */
  showFigures: boolean;
  showLegend: boolean;
  /** The sentence above the picture. */
  showSummary: boolean;
  /** The dashboard variable that takes the chosen stage; empty: nothing can be chosen. */
  stageVariable: string;
  /** The one that takes the first day of the chosen month or week. */
  periodVariable: string;
}

export const DEFAULT_OPTIONS: LifecycleOptions = {
  view: 'chart',
  showFigures: true,
  showLegend: true,
  showSummary: true,
  stageVariable: 'stage',
  periodVariable: 'stage_period',
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof LifecycleOptions, unknown>> | undefined): LifecycleOptions {
  const { view, ...rest } = saved ?? {};
  return {
    view: VIEWS.find((known) => known === view) ?? DEFAULT_OPTIONS.view,
    showFigures: flag(rest.showFigures, DEFAULT_OPTIONS.showFigures),
    showLegend: flag(rest.showLegend, DEFAULT_OPTIONS.showLegend),
    showSummary: flag(rest.showSummary, DEFAULT_OPTIONS.showSummary),
    stageVariable: name(rest.stageVariable, DEFAULT_OPTIONS.stageVariable),
    periodVariable: name(rest.periodVariable, DEFAULT_OPTIONS.periodVariable),
  };
}

const flag = (value: unknown, fallback: boolean): boolean => (typeof value === 'boolean' ? value : fallback);
const name = (value: unknown, fallback: string): string => (typeof value === 'string' ? value.trim() : fallback);
