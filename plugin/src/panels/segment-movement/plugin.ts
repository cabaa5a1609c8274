import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { grafanaList } from '../../components/customers/grafanaList';
import { useUrlVariables } from '../../components/panel/useUrlVariables';
import { readOptions, type MovementOptions } from './options';
import { addOptions } from './panelOptions';
import { suggestionsSupplier } from './suggestions';
import { createMovementPanel } from './MovementPanel';

/** Standard options that mean nothing here: numbers, colours and names come from one place for all of the app. */
const WITHOUT = Object.values(FieldConfigProperty).filter((property) => property !== FieldConfigProperty.Links);

export const plugin = new PanelPlugin<MovementOptions>(createMovementPanel(useUrlVariables, grafanaList))
  .useFieldConfig({ disableStandardOptions: WITHOUT })
  .setPanelOptions(addOptions)
  .setMigrationHandler((panel) => readOptions(panel.options))
  .setSuggestionsSupplier(suggestionsSupplier);
