import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { DEFAULT_OPTIONS, MOST_COLUMNS, type BandChoice, type ForecastOptions, type History } from './options';

type Builder = PanelOptionsEditorBuilder<ForecastOptions>;

const BAND_LABELS: Array<{ value: BandChoice; label: string }> = [
  { value: 'both', label: 'Both' },
  { value: 'inner', label: 'Inner' },
  { value: 'none', label: 'None' },
];
const HISTORY_LABELS: Array<{ value: History; label: string }> = [
  { value: 'all', label: 'All' },
  { value: 'year', label: '12 months' },
  { value: 'half-year', label: '6 months' },
  { value: 'quarter', label: '90 days' },
];
const MULTIPLES = ['Several series'];

/** The panel's options in the panel editor. Horizon, level, model and target are parameters of the query. */
export function addOptions(builder: Builder): void {
  builder
    .addRadio({
      path: 'view',
      name: 'Show',
      description: 'What is shown first; viewers can switch. Past forecasts stand beside what happened.',
      defaultValue: DEFAULT_OPTIONS.view,
      settings: {
        options: [
          { value: 'forecast', label: 'Forecast' },
          { value: 'backtest', label: 'Past forecasts' },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'asTable',
      name: 'Table',
      description: 'Figures in place of the picture at first; viewers can switch.',
      defaultValue: DEFAULT_OPTIONS.asTable,
    })
    .addRadio({
      path: 'bands',
      name: 'Ranges',
      description: 'The inner range is the one at the level of the query, the outer one at 95%.',
      defaultValue: DEFAULT_OPTIONS.bands,
      settings: { options: BAND_LABELS },
    })
    .addRadio({
      path: 'history',
      name: 'History',
      description: 'How much of the past is shown, within the time range of the dashboard.',
      defaultValue: DEFAULT_OPTIONS.history,
      settings: { options: HISTORY_LABELS },
    });
  addMarks(builder);
  addMultiples(builder);
}

function addMarks(builder: Builder): void {
  builder
    .addBooleanSwitch({
      path: 'showAnomalies',
      name: 'Unusual days',
      description: 'Mark what was sold outside the outer range.',
      defaultValue: DEFAULT_OPTIONS.showAnomalies,
    })
    .addBooleanSwitch({
      path: 'showHolidays',
      name: 'Holidays',
      description: 'Ticks at the bottom; the name shows when the day is pointed at.',
      defaultValue: DEFAULT_OPTIONS.showHolidays,
    })
    .addBooleanSwitch({ path: 'showLegend', name: 'Legend', defaultValue: DEFAULT_OPTIONS.showLegend })
    .addBooleanSwitch({
      path: 'fromZero',
      name: 'Axis from zero',
      description: 'Off: the axis begins near the smallest value, which makes changes look larger.',
      defaultValue: DEFAULT_OPTIONS.fromZero,
    });
}

function addMultiples(builder: Builder): void {
  builder
    .addNumberInput({
      path: 'columns',
      name: 'Columns',
      description: 'Small pictures beside each other where the query has a split. 0: as many as can be read.',
      category: MULTIPLES,
      defaultValue: DEFAULT_OPTIONS.columns,
      settings: { min: 0, max: MOST_COLUMNS, integer: true },
    })
    .addBooleanSwitch({
      path: 'sharedY',
      name: 'One scale',
      description: 'All pictures share one axis of values, so that their sizes can be compared.',
      category: MULTIPLES,
      defaultValue: DEFAULT_OPTIONS.sharedY,
    });
}
