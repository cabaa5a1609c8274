import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '../../language/t';
import { DEFAULT_OPTIONS, type SegmentsOptions } from './options';

/** The panel's options in the panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<SegmentsOptions>): void {
  builder
    .addRadio({
      path: 'view',
      name: t('segments.view', 'View'),
      description: t('segments.options.viewHelp', 'What is shown first; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.view,
      settings: {
        options: [
          { value: 'treemap', label: t('segments.views.treemap', 'Segments') },
          { value: 'grid', label: t('segments.views.grid', 'Scores') },
          { value: 'table', label: t('segments.views.table', 'Table') },
        ],
      },
    })
    .addRadio({
      path: 'size',
      name: t('segments.count', 'Count'),
      description: t('segments.options.countHelp', 'What areas, bars and shares count.'),
      defaultValue: DEFAULT_OPTIONS.size,
      showIf: ({ view }) => view !== 'table',
      settings: {
        options: [
          { value: 'customers', label: t('segments.customers', 'Customers') },
          { value: 'revenue', label: t('segments.revenue', 'Revenue') },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'showLegend',
      name: t('segments.options.legend', 'Legend'),
      description: t('segments.options.legendHelp', 'Shown below the picture where there is room.'),
      defaultValue: DEFAULT_OPTIONS.showLegend,
      showIf: ({ view }) => view !== 'table',
    })
    .addTextInput({
      path: 'variable',
      name: t('segments.options.variable', 'Variable'),
      description: t(
        'segments.options.variableHelp',
        'Dashboard variable that a chosen segment is written to. Empty: segments cannot be chosen.',
      ),
      defaultValue: DEFAULT_OPTIONS.variable,
    });
}
