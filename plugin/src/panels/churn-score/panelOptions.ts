import type { PanelOptionsEditorBuilder, SelectFieldConfigSettings } from '@grafana/data';
import { DEFAULT_OPTIONS, MOST_REASONS, SECTIONS, type ChurnScoreOptions, type Section } from './options';

const SECTION_LABELS: Record<Section, string> = {
  scale: 'Scale',
  reasons: 'Reasons',
  action: 'Recommended action',
  value: 'Value',
  rfm: 'Recency, frequency, monetary value',
  whatif: 'What if',
  history: 'Past scores',
  orders: 'Orders',
};

/** The panel's options in the panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<ChurnScoreOptions>): void {
  const ofOneCustomer = ({ mode }: ChurnScoreOptions) => mode !== 'list';
  builder
    .addRadio({
      path: 'mode',
      name: 'Show',
      description: 'Automatic: one customer or a list, whichever the query answers.',
      defaultValue: DEFAULT_OPTIONS.mode,
      settings: {
        options: [
          { value: 'auto', label: 'Automatic' },
          { value: 'detail', label: 'One customer' },
          { value: 'list', label: 'List' },
        ],
      },
    })
    .addMultiSelect<Section | Section[], SelectFieldConfigSettings<Section | Section[]>>({
      path: 'sections',
      name: 'Parts',
      description: 'What is shown of one customer.',
      defaultValue: DEFAULT_OPTIONS.sections,
      showIf: ofOneCustomer,
      settings: { options: SECTIONS.map((value) => ({ value, label: SECTION_LABELS[value] })) },
    })
    .addNumberInput({
      path: 'reasonCount',
      name: 'Reasons',
      description: 'How many features are shown one by one; the rest is summed as "All others".',
      defaultValue: DEFAULT_OPTIONS.reasonCount,
      showIf: ofOneCustomer,
      settings: { min: 1, max: MOST_REASONS, integer: true },
    })
    .addTextInput({
      path: 'customerLink',
      name: 'Customer link',
      description: 'Address that a customer leads to, with ${__value} where the id goes. Empty: data links alone.',
      defaultValue: DEFAULT_OPTIONS.customerLink,
      settings: { placeholder: '/d/customer?var-customer=${__value}' },
    });
}
