import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '../../language/t';
import { DEFAULT_OPTIONS, MOST_ROWS, type LifecycleOptions } from './options';

/** The panel's options in the panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<LifecycleOptions>): void {
  builder.addRadio({
    path: 'view',
    name: t('lifecycle.view.label', 'View'),
    description: t('lifecycle.option.view', 'What is shown first; viewers can switch.'),
    defaultValue: DEFAULT_OPTIONS.view,
    settings: {
      options: [
        { value: 'chart', label: t('lifecycle.view.chart', 'Chart') },
        { value: 'table', label: t('lifecycle.view.table', 'Table') },
      ],
    },
  });
  addParts(builder);
  addList(builder);
  addVariables(builder);
}

function addParts(builder: PanelOptionsEditorBuilder<LifecycleOptions>): void {
  builder
    .addBooleanSwitch({
      path: 'showSummary',
      name: t('lifecycle.option.summary', 'Summary'),
      description: t('lifecycle.option.summary-help', 'A sentence above the picture about the last whole period.'),
      defaultValue: DEFAULT_OPTIONS.showSummary,
    })
    .addBooleanSwitch({
      path: 'showFigures',
      name: t('lifecycle.option.figures', 'Figures'),
      description: t('lifecycle.option.figures-help', 'Below the bars, where there is room.'),
      defaultValue: DEFAULT_OPTIONS.showFigures,
      showIf: ({ view }) => view !== 'table',
    })
    .addBooleanSwitch({
      path: 'showLegend',
      name: t('lifecycle.option.legend', 'Legend'),
      description: t('lifecycle.option.legend-help', 'Shown below the picture, with the sums over the time range.'),
      defaultValue: DEFAULT_OPTIONS.showLegend,
      showIf: ({ view }) => view !== 'table',
    });
}

function addVariables(builder: PanelOptionsEditorBuilder<LifecycleOptions>): void {
  builder
    .addTextInput({
      path: 'stageVariable',
      name: t('lifecycle.option.stage-variable', 'Variable of the stage'),
      description: t(
        'lifecycle.option.stage-variable-help',
        'Dashboard variable (a text box) that takes the chosen stage: new, returning, reactivated or dormant. Empty: nothing can be chosen.',
      ),
      defaultValue: DEFAULT_OPTIONS.stageVariable,
    })
    .addTextInput({
      path: 'periodVariable',
      name: t('lifecycle.option.period-variable', 'Variable of the period'),
      description: t(
        'lifecycle.option.period-variable-help',
        'The one that takes the first day of the chosen month or week.',
      ),
      defaultValue: DEFAULT_OPTIONS.periodVariable,
      showIf: ({ stageVariable }) => stageVariable !== '',
    });
}

function addList(builder: PanelOptionsEditorBuilder<LifecycleOptions>): void {
  builder
    .addBooleanSwitch({
      path: 'showList',
      name: t('lifecycle.option.list', 'List of customers'),
      description: t('lifecycle.option.list-help', 'Who is behind what is chosen.'),
      defaultValue: DEFAULT_OPTIONS.showList,
    })
    .addNumberInput({
      path: 'rows',
      name: t('lifecycle.option.rows', 'Customers in the list'),
      defaultValue: DEFAULT_OPTIONS.rows,
      settings: { min: 1, max: MOST_ROWS, integer: true },
      showIf: ({ showList }) => showList,
    })
    .addTextInput({
      path: 'customerLink',
      name: t('lifecycle.option.link', 'Customer link'),
      description: t(
        'lifecycle.option.link-help',
        "Address that a customer's id leads to, with {{place}} where the id goes. Empty: nowhere.",
        { place: '${__value}' },
      ),
      defaultValue: DEFAULT_OPTIONS.customerLink,
      showIf: ({ showList }) => showList,
    });
}
