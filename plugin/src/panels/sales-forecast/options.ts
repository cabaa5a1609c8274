import { countBetween, flag, oneOf, savedOptions } from '../../components/panel/savedOptions';

export const VIEWS = ['forecast', 'backtest'] as const;
export type View = (typeof VIEWS)[number];

export const BAND_CHOICES = ['both', 'inner', 'none'] as const;
export type BandChoice = (typeof BAND_CHOICES)[number];

/** How much of the past is shown. */
export const HISTORIES = ['all', 'year', 'half-year', 'quarter'] as const;
export type History = (typeof HISTORIES)[number];

/** What can be set for the panel. Horizon and level belong to the query. */
export interface ForecastOptions {
  /** What is shown first; viewers can switch. */
  view: View;
  /** True: figures in place of pictures at first. */
  asTable: boolean;
  bands: BandChoice;
  history: History;
  showHolidays: boolean;
  showAnomalies: boolean;
  showLegend: boolean;
  /** True: the axis of values begins at zero. */
  fromZero: boolean;
  /** Small multiples beside each other; 0: as many as can be read. */
  columns: number;
  /** True: all small multiples share one axis of values, so that their sizes can be compared. */
  sharedY: boolean;
}

export const MOST_COLUMNS = 8;

export const DEFAULT_OPTIONS: ForecastOptions = {
  view: 'forecast',
  asTable: false,
  bands: 'both',
  history: 'all',
  showHolidays: true,
  showAnomalies: true,
  showLegend: true,
  fromZero: true,
  columns: 0,
  sharedY: false,
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof ForecastOptions, unknown>> | undefined): ForecastOptions {
  const read = savedOptions(saved, DEFAULT_OPTIONS);
  return {
    view: read('view', oneOf(VIEWS)),
    asTable: read('asTable', flag),
    bands: read('bands', oneOf(BAND_CHOICES)),
    history: read('history', oneOf(HISTORIES)),
    showHolidays: read('showHolidays', flag),
    showAnomalies: read('showAnomalies', flag),
    showLegend: read('showLegend', flag),
    fromZero: read('fromZero', flag),
    columns: read('columns', countBetween(0, MOST_COLUMNS)),
    sharedY: read('sharedY', flag),
  };
}
