import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { DEFAULT_OPTIONS, type SegmentsOptions } from './options';

/** The panel's options in the panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<SegmentsOptions>): void {
  builder
    .addRadio({
      path: 'view',
      name: 'View',
      description: 'What is shown first; viewers can switch.',
      defaultValue: DEFAULT_OPTIONS.view,
      settings: {
        options: [
          { value: 'treemap', label: 'Segments' },
          { value: 'grid', label: 'Scores' },
          { value: 'table', label: 'Table' },
        ],
      },
    })
    .addRadio({
      path: 'size',
      name: 'Count',
      description: 'What areas, bars and shares count.',
      defaultValue: DEFAULT_OPTIONS.size,
      showIf: ({ view }) => view !== 'table',
      settings: {
        options: [
          { value: 'customers', label: 'Customers' },
          { value: 'revenue', label: 'Revenue' },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'showLegend',
      name: 'Legend',
      description: 'Shown below the picture where there is room.',
      defaultValue: DEFAULT_OPTIONS.showLegend,
      showIf: ({ view }) => view !== 'table',
    })
    .addTextInput({
      path: 'variable',
      name: 'Variable',
      description: 'Dashboard variable that a chosen segment is written to. Empty: segments cannot be chosen.',
      defaultValue: DEFAULT_OPTIONS.variable,
    });
}
