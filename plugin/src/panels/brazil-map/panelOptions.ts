import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '../../language/t';
import { figureName, MEASURES } from './measures';
import { DEFAULT_OPTIONS, type MapOptions } from './options';

type Builder = PanelOptionsEditorBuilder<MapOptions>;

/** The panel's options in the panel editor. */
export function addOptions(builder: Builder): void {
  builder
    .addSelect({
      path: 'measure',
      name: t('map.options.measure.name', 'Measure'),
      description: t('map.options.measure.text', 'What is shown first; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.measure,
      settings: { options: MEASURES.map((value) => ({ value, label: figureName(value) })) },
    })
    .addRadio({
      path: 'level',
      name: t('map.options.level.name', 'Places'),
      description: t('map.options.level.text', 'States by colour, or cities as circles; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.level,
      settings: {
        options: [
          { value: 'states', label: t('map.level.states', 'States') },
          { value: 'cities', label: t('map.level.cities', 'Cities') },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'asTable',
      name: t('map.options.table.name', 'Table'),
      description: t('map.options.table.text', 'Figures in place of the map at first; viewers can switch.'),
      defaultValue: DEFAULT_OPTIONS.asTable,
    });
  addLooks(builder);
}

function addLooks(builder: Builder): void {
  builder
    .addRadio({
      path: 'method',
      name: t('map.options.method.name', 'Classes'),
      description: t(
        'map.options.method.text',
        'As many places in each colour, equal steps, or each step a multiple of the one before. Automatic: multiples where one place dwarfs others, else equal counts.',
      ),
      defaultValue: DEFAULT_OPTIONS.method,
      settings: {
        options: [
          { value: 'auto', label: t('map.options.method.auto', 'Automatic') },
          { value: 'quantiles', label: t('map.options.method.quantiles', 'Equal counts') },
          { value: 'steps', label: t('map.options.method.steps', 'Equal steps') },
          { value: 'powers', label: t('map.options.method.powers', 'Multiples') },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'showLabels',
      name: t('map.options.labels.name', 'Labels'),
      description: t('map.options.labels.text', 'Codes and values of states, where they fit.'),
      defaultValue: DEFAULT_OPTIONS.showLabels,
    })
    .addBooleanSwitch({
      path: 'showLegend',
      name: t('map.options.legend.name', 'Legend'),
      description: t('map.options.legend.text', 'Beside or below the map, where there is room.'),
      defaultValue: DEFAULT_OPTIONS.showLegend,
    })
    .addTextInput({
      path: 'variable',
      name: t('map.options.variable.name', 'Variable'),
      description: t(
        'map.options.variable.text',
        'Dashboard variable that a chosen state is written to. Empty: the choice is for this panel alone.',
      ),
      defaultValue: DEFAULT_OPTIONS.variable,
    });
}
