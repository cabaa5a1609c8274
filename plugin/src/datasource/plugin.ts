import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './config/ConfigEditor';
import { WarehouseDataSource } from './datasource';
import { QueryHelp } from './editor/help/QueryHelp';
import { QueryEditor } from './editor/QueryEditor';
import type { WarehouseOptions, WarehouseQuery } from './types';

export const plugin = new DataSourcePlugin<WarehouseDataSource, WarehouseQuery, WarehouseOptions>(WarehouseDataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
  .setQueryEditorHelp(QueryHelp);
