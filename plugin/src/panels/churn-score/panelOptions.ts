import type { PanelOptionsEditorBuilder, SelectFieldConfigSettings } from '@grafana/data';
import { t } from '../../language/t';
import { DEFAULT_OPTIONS, MOST_REASONS, SECTIONS, type ChurnScoreOptions, type Section } from './options';

const sectionLabels = (): Record<Section, string> => ({
  scale: t('churn.options.scale', 'Scale'),
  reasons: t('churn.reasons.label', 'Reasons'),
  action: t('churn.action.title', 'Recommended action'),
  value: t('churn.value', 'Value'),
  rfm: t('churn.rfm.title', 'Recency, frequency, monetary value'),
  whatif: t('churn.options.whatif', 'What if'),
  history: t('churn.history.title', 'Past scores'),
  orders: t('churn.orders.label', 'Orders'),
});

/** The panel's options in the panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<ChurnScoreOptions>): void {
  const ofOneCustomer = ({ mode }: ChurnScoreOptions) => mode !== 'list';
  builder
    .addRadio({
      path: 'mode',
      name: t('churn.options.show', 'Show'),
      description: t('churn.options.showHelp', 'Automatic: one customer or a list, whichever the query answers.'),
      defaultValue: DEFAULT_OPTIONS.mode,
      settings: {
        options: [
          { value: 'auto', label: t('churn.options.auto', 'Automatic') },
          { value: 'detail', label: t('churn.options.one', 'One customer') },
          { value: 'list', label: t('churn.options.list', 'List') },
        ],
      },
    })
    .addMultiSelect<Section | Section[], SelectFieldConfigSettings<Section | Section[]>>({
      path: 'sections',
      name: t('churn.options.parts', 'Parts'),
      description: t('churn.options.partsHelp', 'What is shown of one customer.'),
      defaultValue: DEFAULT_OPTIONS.sections,
      showIf: ofOneCustomer,
      settings: { options: SECTIONS.map((value) => ({ value, label: sectionLabels()[value] })) },
    })
    .addNumberInput({
      path: 'reasonCount',
      name: 'Reasons',
      description: t(
        'churn.options.reasonsHelp',
        'How many features are shown one by one; the rest is summed as "All others".',
      ),
      defaultValue: DEFAULT_OPTIONS.reasonCount,
      showIf: ofOneCustomer,
      settings: { min: 1, max: MOST_REASONS, integer: true },
    })
    .addTextInput({
      path: 'customerLink',
      name: t('churn.options.link', 'Customer link'),
      description: t(
        'churn.options.linkHelp',
        'Address that a customer leads to, with ${__value} where the id goes. Empty: data links alone.',
      ),
      defaultValue: DEFAULT_OPTIONS.customerLink,
      settings: { placeholder: '/d/customer?var-customer=${__value}' },
    });
}
