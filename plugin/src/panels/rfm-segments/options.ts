import { flag, oneOf, savedOptions, text } from '../../components/panel/savedOptions';

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
  const read = savedOptions(saved, DEFAULT_OPTIONS);
  return {
    view: read('view', oneOf(VIEWS)),
    size: read('size', oneOf(SIZES)),
    showLegend: read('showLegend', flag),
    variable: read('variable', text),
  };
}
