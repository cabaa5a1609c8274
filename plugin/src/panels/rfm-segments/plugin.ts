import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { readOptions, type SegmentsOptions } from './options';
import { addOptions } from './panelOptions';
import { createSegmentsPanel } from './SegmentsPanel';
import { suggestionsSupplier } from './suggestions';
import { useUrlSelection } from './useUrlSelection';

/** Standard options that mean nothing here: numbers, colours and names come from one place for all of the app. */
const WITHOUT = Object.values(FieldConfigProperty).filter((property) => property !== FieldConfigProperty.Links);

export const plugin = new PanelPlugin<SegmentsOptions>(createSegmentsPanel(useUrlSelection))
  .useFieldConfig({ disableStandardOptions: WITHOUT })
  .setPanelOptions(addOptions)
  .setMigrationHandler((panel) => readOptions(panel.options))
  .setSuggestionsSupplier(suggestionsSupplier);
