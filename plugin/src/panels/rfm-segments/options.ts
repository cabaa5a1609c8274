export const VIEWS = ['treemap', 'grid', 'table'] as const;
export type View = (typeof VIEWS)[number];

export const SIZES = ['customers', 'revenue'] as const;
export type Size = (typeof SIZES)[number];

/** What can be set for the panel. */
export interface SegmentsOptions {
  /** What is shown first; viewers can switch. */
  view: View;
  /** What areas and shares count. */
  size: Size;
  showLegend: boolean;
  /** The dashboard variable that a chosen segment is written to; empty: segments cannot be chosen. */
  variable: string;
}

export const DEFAULT_OPTIONS: SegmentsOptions = {
  view: 'treemap',
  size: 'customers',
  showLegend: true,
  variable: 'segment',
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof SegmentsOptions, unknown>> | undefined): SegmentsOptions {
  const { view, size, showLegend, variable } = saved ?? {};
  return {
    view: VIEWS.find((known) => known === view) ?? DEFAULT_OPTIONS.view,
    size: SIZES.find((known) => known === size) ?? DEFAULT_OPTIONS.size,
    showLegend: typeof showLegend === 'boolean' ? showLegend : DEFAULT_OPTIONS.showLegend,
    variable: typeof variable === 'string' ? variable.trim() : DEFAULT_OPTIONS.variable,
  };
}
