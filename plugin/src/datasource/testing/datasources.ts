import type { TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { sourceSettings } from '../../testing/status';
import { WarehouseDataSource } from '../datasource';

/** A template service that knows some variables, each with the value or values that it is set to. */
export function templatesWith(values: Record<string, string | string[]>): TemplateSrv {
  return {
    getVariables: () => Object.entries(values).map(([name, value]) => variable(name, value)),
    replace: (text = '', scopedVars = {}, format) =>
      text.replace(/\$(\w+)/g, (match, name: string) => {
        const value: unknown = scopedVars[name]?.value ?? values[name];
        return typeof format === 'function' && value !== undefined ? format(value) : match;
      }),
    containsTemplate: () => false,
    updateTimeRange: () => undefined,
  };
}

/** A data source on a dashboard with these variables. */
export function datasourceWith(values: Record<string, string | string[]> = {}): WarehouseDataSource {
  return new WarehouseDataSource(sourceSettings('warehouse'), templatesWith(values));
}

function variable(name: string, value: string | string[]): TypedVariableModel {
  const shape: Partial<TypedVariableModel> = { name, type: 'query', current: { value, text: value, selected: true } };
  return shape as TypedVariableModel;
}
