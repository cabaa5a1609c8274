import type { ChurnwatchQuery, Settings } from '@contract';
import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

/** A query as Grafana keeps it: one of the backend's kinds, with Grafana's own keys. */
export type WarehouseQuery = ChurnwatchQuery & DataQuery;

/** The data source's saved settings. */
export type WarehouseOptions = Settings & DataSourceJsonData;
