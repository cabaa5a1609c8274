import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { createMapPanel } from './MapPanel';
import { readOptions, type MapOptions } from './options';
import { addOptions } from './panelOptions';
import { suggestionsSupplier } from './suggestions';
import { useUrlSelection } from './useUrlSelection';

/** Standard options that mean nothing here: numbers, colours and names come from one place for all of the app. */
const WITHOUT = Object.values(FieldConfigProperty).filter((property) => property !== FieldConfigProperty.Links);

export const plugin = new PanelPlugin<MapOptions>(createMapPanel(useUrlSelection))
  .useFieldConfig({ disableStandardOptions: WITHOUT })
  .setPanelOptions(addOptions)
  .setMigrationHandler((panel) => readOptions(panel.options))
  .setSuggestionsSupplier(suggestionsSupplier);
