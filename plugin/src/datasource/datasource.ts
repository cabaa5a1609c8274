import {
  getDefaultTimeRange,
  type CoreApp,
  type DataQueryRequest,
  type DataSourceInstanceSettings,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import type { ChurnwatchQuery, ValueDimension } from '@contract';
import { lastValueFrom } from 'rxjs';
import { isAllSelected } from './query/allSelected';
import { defaultQuery } from './query/defaults';
import { interpolateQuery } from './query/interpolate';
import { isKind } from './query/parameters';
import { summarize } from './query/summary';
import { readValues } from './query/values';
import type { WarehouseOptions, WarehouseQuery } from './types';
import { WarehouseVariables } from './variables/WarehouseVariables';

/** Grafana has variables of these names, whose values are no SQL: the backend's macros of these names must reach it. */
const BACKEND_MACROS: ScopedVars = {
  __interval: { text: '$__interval', value: '$__interval' },
  __interval_ms: { text: '$__interval_ms', value: '$__interval_ms' },
};

/** The front end of the data source: everything but the dashboard's variables is answered by the backend. */
export class WarehouseDataSource extends DataSourceWithBackend<WarehouseQuery, WarehouseOptions> {
  constructor(
    settings: DataSourceInstanceSettings<WarehouseOptions>,
    private readonly templates: TemplateSrv = getTemplateSrv(),
  ) {
    super(settings);
    // Grafana's own support reads the columns time, timeEnd, title, text and tags of any query.
    this.annotations = {
      getDefaultQuery: () => ({ kind: 'sales_forecast', view: 'anomalies' }),
    };
    this.variables = new WarehouseVariables(this);
  }

  override getDefaultQuery(app: CoreApp): ChurnwatchQuery {
    return defaultQuery(app);
  }

  override filterQuery(query: WarehouseQuery): boolean {
    return !query.hide && isKind(query.kind) && !(query.kind === 'sql' && !query.rawSql?.trim());
  }

  override applyTemplateVariables(query: WarehouseQuery, scopedVars: ScopedVars): WarehouseQuery {
    const known = { ...scopedVars, ...BACKEND_MACROS };
    return interpolateQuery(query, {
      replace: (text, format) => this.templates.replace(text, known, format),
      isAll: (name) => isAllSelected(name, scopedVars, this.templates.getVariables()),
    });
  }

  override interpolateVariablesInQueries(queries: WarehouseQuery[], scopedVars: ScopedVars): WarehouseQuery[] {
    return queries.map((query) => ({ ...this.applyTemplateVariables(query, scopedVars), datasource: this.getRef() }));
  }

  override getQueryDisplayText(query: WarehouseQuery): string {
    return summarize(query);
  }

  /** The names of the dashboard's variables as they are written in a query: `$state`. */
  variableNames(): string[] {
    return this.templates.getVariables().map(({ name }) => `$${name}`);
  }

  /**
   * The values that a dimension takes, in alphabetical order.
   *
   * @throws Error with the backend's message
   */
  async listValues(dimension: ValueDimension, range: TimeRange = getDefaultTimeRange()): Promise<string[]> {
    const request: DataQueryRequest<WarehouseQuery> = {
      requestId: `values-${this.uid}-${dimension}`,
      app: 'query-editor',
      interval: '1d',
      intervalMs: 86_400_000,
      range,
      scopedVars: {},
      startTime: Date.now(),
      targets: [{ refId: 'values', kind: 'values', dimension }],
      timezone: 'utc',
    };
    return readValues(await lastValueFrom(this.query(request)));
  }
}
