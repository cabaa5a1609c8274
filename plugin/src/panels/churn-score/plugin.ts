import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { createChurnScorePanel } from './ChurnScorePanel';
import { readOptions, type ChurnScoreOptions } from './options';
import { addOptions } from './panelOptions';
import { suggestionsSupplier } from './suggestions';
import { grafanaWhatIf } from './whatif/grafanaWhatIf';

/** Standard options that mean nothing here: numbers, colours and names come from one place for all of the app. */
const WITHOUT = Object.values(FieldConfigProperty).filter((property) => property !== FieldConfigProperty.Links);

export const plugin = new PanelPlugin<ChurnScoreOptions>(createChurnScorePanel(grafanaWhatIf))
  .useFieldConfig({ disableStandardOptions: WITHOUT })
  .setPanelOptions(addOptions)
  .setMigrationHandler((panel) => readOptions(panel.options))
  .setSuggestionsSupplier(suggestionsSupplier);
