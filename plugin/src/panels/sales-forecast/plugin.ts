import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { grafanaBacktest } from './ask/grafanaBacktest';
import { createForecastPanel } from './ForecastPanel';
import { readOptions, type ForecastOptions } from './options';
import { addOptions } from './panelOptions';
import { suggestionsSupplier } from './suggestions';

/** Standard options that mean something here: how values are written. Colours and names come from one place. */
const WITH = [FieldConfigProperty.Unit, FieldConfigProperty.Decimals];
const WITHOUT = Object.values(FieldConfigProperty).filter((property) => !WITH.includes(property));

export const plugin = new PanelPlugin<ForecastOptions>(createForecastPanel(grafanaBacktest))
  .useFieldConfig({ disableStandardOptions: WITHOUT })
  .setPanelOptions(addOptions)
  .setMigrationHandler((panel) => readOptions(panel.options))
  .setSuggestionsSupplier(suggestionsSupplier);
