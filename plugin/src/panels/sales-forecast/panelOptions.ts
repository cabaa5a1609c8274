import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '../../language/t';
import { DEFAULT_OPTIONS, MOST_COLUMNS, type BandChoice, type ForecastOptions, type History } from './options';

type Builder = PanelOptionsEditorBuilder<ForecastOptions>;

const bandLabels = (): Array<{ value: BandChoice; label: string }> => [
  { value: 'both', label: t('forecast.options.both', 'Both') },
  { value: 'inner', label: t('forecast.options.inner', 'Inner') },
  { value: 'none', label: t('forecast.options.none', 'None') },
];
const historyLabels = (): Array<{ value: History; label: string }> => [
  { value: 'all', label: t('forecast.options.all', 'All') },
  { value: 'year', label: t('forecast.options.year', '12 months') },
  { value: 'half-year', label: t('forecast.options.halfYear', '6 months') },
  { value: 'quarter', label: t('forecast.options.quarter', '90 days') },
];
const multiples = (): string[] => [t('forecast.options.several', 'Several series')];

/** The panel's options in the panel editor. Horizon, level, model and target are parameters of the query. */
export function addOptions(builder: Builder): void {
  builder
    .addRadio({
      path: 'view',
      name: t('forecast.options.show', 'Show'),
      description: t(
        'forecast.options.showHelp',
        'What is shown first; viewers can switch. Past forecasts stand beside what happened.',
      ),
      defaultValue: DEFAULT_OPTIONS.view,
      settings: {
        options: [
          { value: 'forecast', label: t('forecast.views.forecast', 'Forecast') },
          { value: 'backtest', label: t('forecast.views.backtest', 'Past forecasts') },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'asTable',
      name: t('forecast.tableLabel', 'Table'),
      description: t('forecast.options.tableHelp', 'Figures in place of the picture at first; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.asTable,
    })
    .addRadio({
      path: 'bands',
      name: t('forecast.options.ranges', 'Ranges'),
      description: t(
        'forecast.options.rangesHelp',
        'The inner range is the one at the level of the query, the outer one at 95%.',
      ),
      defaultValue: DEFAULT_OPTIONS.bands,
      settings: { options: bandLabels() },
    })
    .addRadio({
      path: 'history',
      name: t('forecast.options.history', 'History'),
      description: t(
        'forecast.options.historyHelp',
        'How much of the past is shown, within the time range of the dashboard.',
      ),
      defaultValue: DEFAULT_OPTIONS.history,
      settings: { options: historyLabels() },
    });
  addMarks(builder);
  addMultiples(builder);
}

function addMarks(builder: Builder): void {
  builder
    .addBooleanSwitch({
      path: 'showAnomalies',
      name: t('forecast.options.unusual', 'Unusual days'),
      description: t('forecast.options.unusualHelp', 'Mark what was sold outside the outer range.'),
      defaultValue: DEFAULT_OPTIONS.showAnomalies,
    })
    .addBooleanSwitch({
      path: 'showHolidays',
      name: t('forecast.options.holidays', 'Holidays'),
      description: t(
        'forecast.options.holidaysHelp',
        'Ticks at the bottom; the name shows when the day is pointed at.',
      ),
      defaultValue: DEFAULT_OPTIONS.showHolidays,
    })
    .addBooleanSwitch({
      path: 'showLegend',
      name: t('forecast.options.legend', 'Legend'),
      defaultValue: DEFAULT_OPTIONS.showLegend,
    })
    .addBooleanSwitch({
      path: 'fromZero',
      name: t('forecast.options.zero', 'Axis from zero'),
      description: t(
        'forecast.options.zeroHelp',
        'Off: the axis begins near the smallest value, which makes changes look larger.',
      ),
      defaultValue: DEFAULT_OPTIONS.fromZero,
    });
}

function addMultiples(builder: Builder): void {
  builder
    .addNumberInput({
      path: 'columns',
      name: t('forecast.options.columns', 'Columns'),
      description: t(
        'forecast.options.columnsHelp',
        'Small pictures beside each other where the query has a split. 0: as many as can be read.',
      ),
      category: multiples(),
      defaultValue: DEFAULT_OPTIONS.columns,
      settings: { min: 0, max: MOST_COLUMNS, integer: true },
    })
    .addBooleanSwitch({
      path: 'sharedY',
      name: t('forecast.options.scale', 'One scale'),
      description: t(
        'forecast.options.scaleHelp',
        'All pictures share one axis of values, so that their sizes can be compared.',
      ),
      category: multiples(),
      defaultValue: DEFAULT_OPTIONS.sharedY,
    });
}
