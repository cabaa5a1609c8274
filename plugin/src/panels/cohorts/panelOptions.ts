import { COHORT_MEASURES } from '@contract';
import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '../../language/t';
import { DEFAULT_OPTIONS, MOST_ROWS, type CohortsOptions } from './options';
import { measureText } from './wording';

/** The panel's options in the panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<CohortsOptions>): void {
  builder
    .addRadio({
      path: 'view',
      name: t('cohorts.view.label', 'View'),
      description: t('cohorts.option.view', 'What is shown first; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.view,
      settings: {
        options: [
          { value: 'map', label: t('cohorts.view.map', 'Heat map') },
          { value: 'table', label: t('cohorts.view.table', 'Table') },
        ],
      },
    })
    .addRadio({
      path: 'measure',
      name: t('cohorts.measure.label', 'Measure'),
      description: t('cohorts.option.measure', 'Retention: the share of a cohort that bought in the period.'),
      defaultValue: DEFAULT_OPTIONS.measure,
      settings: { options: COHORT_MEASURES.map((value) => ({ value, label: measureText(value) })) },
    })
    .addBooleanSwitch({
      path: 'showSummary',
      name: t('cohorts.option.summary', 'Summary'),
      description: t('cohorts.option.summary-help', 'A sentence above the picture that says what it shows.'),
      defaultValue: DEFAULT_OPTIONS.showSummary,
    })
    .addBooleanSwitch({
      path: 'showLegend',
      name: t('cohorts.option.legend', 'Legend'),
      description: t('cohorts.option.legend-help', 'Shown below the picture where there is room.'),
      defaultValue: DEFAULT_OPTIONS.showLegend,
      showIf: ({ view }) => view !== 'table',
    });
  addList(builder);
  addVariables(builder);
}

function addVariables(builder: PanelOptionsEditorBuilder<CohortsOptions>): void {
  builder
    .addTextInput({
      path: 'cohortVariable',
      name: t('cohorts.option.cohort-variable', 'Variable of the cohort'),
      description: t(
        'cohorts.option.cohort-variable-help',
        'Dashboard variable (a text box) that takes the first day of a chosen cohort. Empty: nothing can be chosen.',
      ),
      defaultValue: DEFAULT_OPTIONS.cohortVariable,
    })
    .addTextInput({
      path: 'periodVariable',
      name: t('cohorts.option.period-variable', 'Variable of the period'),
      description: t(
        'cohorts.option.period-variable-help',
        'The one that takes the first day of the period in which they bought. Empty: whole cohorts are chosen.',
      ),
      defaultValue: DEFAULT_OPTIONS.periodVariable,
      showIf: ({ cohortVariable }) => cohortVariable !== '',
    });
}

function addList(builder: PanelOptionsEditorBuilder<CohortsOptions>): void {
  builder
    .addBooleanSwitch({
      path: 'showList',
      name: t('cohorts.option.list', 'List of customers'),
      description: t('cohorts.option.list-help', 'Who is behind what is chosen.'),
      defaultValue: DEFAULT_OPTIONS.showList,
    })
    .addNumberInput({
      path: 'rows',
      name: t('cohorts.option.rows', 'Customers in the list'),
      defaultValue: DEFAULT_OPTIONS.rows,
      settings: { min: 1, max: MOST_ROWS, integer: true },
      showIf: ({ showList }) => showList,
    })
    .addTextInput({
      path: 'customerLink',
      name: t('cohorts.option.link', 'Customer link'),
      description: t(
        'cohorts.option.link-help',
        "Address that a customer's id leads to, with {{place}} where the id goes. Empty: nowhere.",
        { place: '${__value}' },
      ),
      defaultValue: DEFAULT_OPTIONS.customerLink,
      showIf: ({ showList }) => showList,
    });
}
