import { CLASS_METHODS, type ClassMethod } from '@contract';
import { MEASURES, type Measure } from './measures';
import { flag, oneOf, savedOptions, text } from '../../components/panel/savedOptions';

export const LEVELS = ['states', 'cities'] as const;
export type Level = (typeof LEVELS)[number];

/** What can be set for the panel. */
export interface MapOptions {
  /** What is shown first; viewers can switch. */
  measure: Measure;
  /** States by colour, or cities as circles; viewers can switch. */
  level: Level;
  /** True: figures in place of the map at first. */
  asTable: boolean;
  /** How values are put into classes of one colour each. */
  method: ClassMethod;
  showLabels: boolean;
  showLegend: boolean;
  /** The dashboard variable that a chosen state is written to; empty: a state is chosen for this panel alone. */
  variable: string;
}

export const DEFAULT_OPTIONS: MapOptions = {
  measure: 'revenue',
  level: 'states',
  asTable: false,
  method: 'auto',
  showLabels: true,
  showLegend: true,
  variable: 'state',
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof MapOptions, unknown>> | undefined): MapOptions {
  const read = savedOptions(saved, DEFAULT_OPTIONS);
  return {
    measure: read('measure', oneOf(MEASURES)),
    level: read('level', oneOf(LEVELS)),
    asTable: read('asTable', flag),
    method: read('method', oneOf(CLASS_METHODS)),
    showLabels: read('showLabels', flag),
    showLegend: read('showLegend', flag),
    variable: read('variable', text),
  };
}
