import {
  getDefaultTimeRange,
  type AdHocVariableFilter,
  type CoreApp,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagValuesOptions,
  type GetTagResponse,
  type MetricFindValue,
  type DataSourceInstanceSettings,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { migrateQuery, type ChurnwatchQuery, type ValueDimension } from '@contract';
import { defer, lastValueFrom, map, type Observable } from 'rxjs';
import { narrowed, takesFilters } from './adhoc/narrow';
import { withFilterNotices } from './adhoc/notice';
import { TAG_KEYS, tagValues } from './adhoc/tags';
import { usableFilters } from './adhoc/usable';
import { annotationSupport } from './annotations/annotationSupport';
import { calmly } from '../live/calmly';
import { askedNow } from './live/askedNow';
import { isFollowed } from './live/isFollowed';
import { keptUpToDate } from './live/keptUpToDate';
import { warningChanges } from './live/warningChanges';
import { isAllSelected } from './query/allSelected';
import { defaultQuery } from './query/defaults';
import { interpolateQuery } from './query/interpolate';
import { inReadersLanguage } from './query/language';
import { isKind } from './query/parameters';
import { summarize } from './query/summary';
import { readOptions, type ValueOption } from './query/values';
import type { WarehouseOptions, WarehouseQuery } from './types';
import { NO_SEARCH } from './variables/variableQuery';
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
    this.annotations = annotationSupport;
    this.variables = new WarehouseVariables(this);
  }

  override getDefaultQuery(app: CoreApp): ChurnwatchQuery {
    return defaultQuery(app);
  }

  override filterQuery(query: WarehouseQuery): boolean {
    const known = migrateQuery(query);
    return !query.hide && isKind(known.kind) && !(known.kind === 'sql' && !known.rawSql?.trim());
  }

  /**
   * Fails, before anything is asked, on a filter of the dashboard that no query can hold. A panel that follows early
   * warnings gets another answer whenever they change.
   */
  override query(request: DataQueryRequest<WarehouseQuery>): Observable<DataQueryResponse> {
    if (!isFollowed(request)) return this.answer(request);
    return keptUpToDate(() => this.answer(askedNow(request)), calmly(warningChanges(this.uid)));
  }

  private answer(request: DataQueryRequest<WarehouseQuery>): Observable<DataQueryResponse> {
    return defer(() => {
      if (request.targets.map((target) => migrateQuery(target)).some(takesFilters)) usableFilters(request.filters);
      const targets = request.targets.map(inReadersLanguage);
      return super.query({ ...request, targets }).pipe(map((response) => withFilterNotices(response, request)));
    });
  }

  /** @throws Error naming a filter of the dashboard that cannot be used */
  override applyTemplateVariables(
    query: WarehouseQuery,
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[],
  ): WarehouseQuery {
    const known = { ...scopedVars, ...BACKEND_MACROS };
    const interpolated = interpolateQuery(migrateQuery(query), {
      replace: (text, format) => this.templates.replace(text, known, format),
      isAll: (name) => isAllSelected(name, scopedVars, this.templates.getVariables()),
    });
    return takesFilters(interpolated) ? narrowed(interpolated, usableFilters(filters)) : interpolated;
  }

  override interpolateVariablesInQueries(
    queries: WarehouseQuery[],
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[],
  ): WarehouseQuery[] {
    return queries.map((query) => ({
      ...this.applyTemplateVariables(query, scopedVars, filters),
      datasource: this.getRef(),
    }));
  }

  override getQueryDisplayText(query: WarehouseQuery): string {
    return summarize(migrateQuery(query));
  }

  /** What a dashboard can be filtered by. */
  override getTagKeys(): Promise<MetricFindValue[]> {
    return Promise.resolve([...TAG_KEYS]);
  }

  /** The values that a filter can be set to in the time range, beside the other filters. */
  override getTagValues(options: DataSourceGetTagValuesOptions<WarehouseQuery>): Promise<GetTagResponse> {
    return tagValues(options, (query, range) => this.listOptions({ ...query, refId: 'values' }, range));
  }

  /** The names of the dashboard's variables as they are written in a query: `$state`. */
  variableNames(): string[] {
    return this.templates.getVariables().map(({ name }) => `$${name}`);
  }

  /**
   * The values that a dimension takes, with what they are called, in alphabetical order.
   *
   * @throws Error with the backend's message
   */
  listValues(dimension: ValueDimension, range?: TimeRange): Promise<ValueOption[]> {
    return this.listOptions({ refId: 'values', kind: 'values', dimension }, range);
  }

  /**
   * What a variable with this query can be set to.
   *
   * @throws Error with the backend's message
   */
  async listOptions(query: WarehouseQuery, range: TimeRange = getDefaultTimeRange()): Promise<ValueOption[]> {
    const request: DataQueryRequest<WarehouseQuery> = {
      requestId: `values-${this.uid}-${JSON.stringify(query)}`,
      app: 'query-editor',
      interval: '1d',
      intervalMs: 86_400_000,
      range,
      scopedVars: NO_SEARCH,
      startTime: Date.now(),
      targets: [query],
      timezone: 'utc',
    };
    return readOptions(await lastValueFrom(this.query(request)));
  }
}
