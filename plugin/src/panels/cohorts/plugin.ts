import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { grafanaList } from '../../components/customers/grafanaList';
import { useUrlVariables } from '../../components/panel/useUrlVariables';
import { createCohortsPanel } from './CohortsPanel';
import { readOptions, type CohortsOptions } from './options';
import { addOptions } from './panelOptions';
import { suggestionsSupplier } from './suggestions';

/** Standard options that mean nothing here: numbers, colours and names come from one place for all of the app. */
const WITHOUT = Object.values(FieldConfigProperty).filter((property) => property !== FieldConfigProperty.Links);

export const plugin = new PanelPlugin<CohortsOptions>(createCohortsPanel(useUrlVariables, grafanaList))
  .useFieldConfig({ disableStandardOptions: WITHOUT })
  .setPanelOptions(addOptions)
  .setMigrationHandler((panel) => readOptions(panel.options))
  .setSuggestionsSupplier(suggestionsSupplier);
