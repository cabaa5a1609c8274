import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '../../language/t';
import { DEFAULT_OPTIONS, LENSES, MOST_ROWS, type MovementOptions } from './options';
import { lensText } from './wording';

/** The panel's options in the panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<MovementOptions>): void {
  builder
    .addRadio({
      path: 'view',
      name: t('movement.option.view', 'View'),
      description: t('movement.option.view-help', 'What is shown first; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.view,
      settings: {
        options: [
          { value: 'flow', label: t('movement.view.flow', 'Flow') },
          { value: 'table', label: t('movement.view.table', 'Table') },
        ],
      },
    })
    .addSelect({
      path: 'lens',
      name: t('movement.option.lens', 'Customers'),
      description: t('movement.option.lens-help', 'Whom the picture counts at first; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.lens,
      settings: { options: LENSES.map((value) => ({ value, label: lensText(value) })) },
    })
    .addBooleanSwitch({
      path: 'showSummary',
      name: t('movement.option.summary', 'Sentence'),
      description: t('movement.option.summary-help', 'Says above the picture how many stayed, moved and left.'),
      defaultValue: DEFAULT_OPTIONS.showSummary,
    });
  addList(builder);
}

function addList(builder: PanelOptionsEditorBuilder<MovementOptions>): void {
  const help = t(
    'movement.option.variable-help',
    'Dashboard variable that the choice is written to. Empty: nothing can be chosen.',
  );
  builder
    .addBooleanSwitch({
      path: 'showList',
      name: t('movement.option.list', 'List of customers'),
      description: t('movement.option.list-help', 'Who is behind the chosen flow or segment.'),
      defaultValue: DEFAULT_OPTIONS.showList,
    })
    .addNumberInput({
      path: 'rows',
      name: t('movement.option.rows', 'Customers in the list'),
      defaultValue: DEFAULT_OPTIONS.rows,
      settings: { min: 1, max: MOST_ROWS, integer: true },
      showIf: ({ showList }) => showList,
    })
    .addTextInput({
      path: 'customerLink',
      name: t('movement.option.link', 'Customer link'),
      description: t(
        'movement.option.link-help',
        "Address that a customer's id leads to, with {{place}} where the id goes. Empty: nowhere.",
        { place: '${__value}' },
      ),
      defaultValue: DEFAULT_OPTIONS.customerLink,
      showIf: ({ showList }) => showList,
    })
    .addTextInput({
      path: 'fromVariable',
      name: t('movement.option.from-variable', 'Variable of the segment before'),
      description: help,
      defaultValue: DEFAULT_OPTIONS.fromVariable,
    })
    .addTextInput({
      path: 'toVariable',
      name: t('movement.option.to-variable', 'Variable of the segment now'),
      description: help,
      defaultValue: DEFAULT_OPTIONS.toVariable,
    });
}
