import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '../../language/t';
import { DEFAULT_OPTIONS, MOST_ROWS, type ValueOptions } from './options';
import { measureText } from './wording';

/** The panel's options in the panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<ValueOptions>): void {
  addLook(builder);
  builder
    .addBooleanSwitch({
      path: 'showList',
      name: t('value.option.list', 'Customers'),
      description: t(
        'value.option.list-help',
        'The customers of the chosen cell; of the one to act on first while none is chosen.',
      ),
      defaultValue: DEFAULT_OPTIONS.showList,
    })
    .addNumberInput({
      path: 'rows',
      name: t('value.option.rows', 'Customers in the list'),
      defaultValue: DEFAULT_OPTIONS.rows,
      settings: { min: 1, max: MOST_ROWS, integer: true },
      showIf: ({ showList }) => showList,
    })
    .addTextInput({
      path: 'customerLink',
      name: t('value.option.link', 'Customer link'),
      description: t(
        'value.option.link-help',
        "Address that a customer's id leads to, with {{place}} where the id goes. Empty: nowhere.",
        { place: '${__value}' },
      ),
      defaultValue: DEFAULT_OPTIONS.customerLink,
      showIf: ({ showList }) => showList,
    })
    .addTextInput({
      path: 'valueVariable',
      name: t('value.option.value-variable', 'Variable of the value'),
      description: t(
        'value.option.variable-help',
        'Dashboard variable that the choice is written to. Empty: nothing can be chosen.',
      ),
      defaultValue: DEFAULT_OPTIONS.valueVariable,
    })
    .addTextInput({
      path: 'bandVariable',
      name: t('value.option.band-variable', 'Variable of the risk'),
      description: t(
        'value.option.variable-help',
        'Dashboard variable that the choice is written to. Empty: nothing can be chosen.',
      ),
      defaultValue: DEFAULT_OPTIONS.bandVariable,
    });
}

function addLook(builder: PanelOptionsEditorBuilder<ValueOptions>): void {
  builder
    .addRadio({
      path: 'view',
      name: t('value.option.view', 'View'),
      description: t('value.option.view-help', 'What is shown first; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.view,
      settings: {
        options: [
          { value: 'matrix', label: t('value.view.matrix', 'Matrix') },
          { value: 'table', label: t('value.view.table', 'Table') },
        ],
      },
    })
    .addRadio({
      path: 'measure',
      name: t('value.option.measure', 'Measure'),
      description: t('value.option.measure-help', 'What the large number of a cell and its colour stand for.'),
      defaultValue: DEFAULT_OPTIONS.measure,
      settings: {
        options: [
          { value: 'atRisk', label: measureText('atRisk') },
          { value: 'customers', label: measureText('customers') },
          { value: 'revenue', label: measureText('revenue') },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'showSummary',
      name: t('value.option.summary', 'Sentence'),
      description: t('value.option.summary-help', 'Names the cell to act on first.'),
      defaultValue: DEFAULT_OPTIONS.showSummary,
    });
}
