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

type Saved = Partial<Record<keyof ForecastOptions, unknown>>;

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Saved | undefined): ForecastOptions {
  const { view, bands, history, columns } = saved ?? {};
  return {
    ...readSwitches(saved ?? {}),
    view: VIEWS.find((known) => known === view) ?? DEFAULT_OPTIONS.view,
    bands: BAND_CHOICES.find((known) => known === bands) ?? DEFAULT_OPTIONS.bands,
    history: HISTORIES.find((known) => known === history) ?? DEFAULT_OPTIONS.history,
    columns: isColumns(columns) ? columns : DEFAULT_OPTIONS.columns,
  };
}

type Switches = Omit<ForecastOptions, 'view' | 'bands' | 'history' | 'columns'>;

function readSwitches(saved: Saved): Switches {
  const read = (name: keyof Switches): boolean => {
    const value = saved[name];
    return typeof value === 'boolean' ? value : DEFAULT_OPTIONS[name];
  };
  return {
    asTable: read('asTable'),
    showHolidays: read('showHolidays'),
    showAnomalies: read('showAnomalies'),
    showLegend: read('showLegend'),
    fromZero: read('fromZero'),
    sharedY: read('sharedY'),
  };
}

function isColumns(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_COLUMNS;
}
