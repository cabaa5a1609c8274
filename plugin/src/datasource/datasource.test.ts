import { CoreApp, FieldType, toDataFrame, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { DataSourceWithBackend } from '@grafana/runtime';
import { lastValueFrom, of } from 'rxjs';
import { datasourceWith } from './testing/datasources';
import type { WarehouseQuery } from './types';
import { WarehouseVariables } from './variables/WarehouseVariables';

/** Answers every query with this response and keeps the requests. */
function answerWith(response: DataQueryResponse): DataQueryRequest<WarehouseQuery>[] {
  const requests: DataQueryRequest<WarehouseQuery>[] = [];
  jest.spyOn(DataSourceWithBackend.prototype, 'query').mockImplementation((request) => {
    requests.push(request as DataQueryRequest<WarehouseQuery>);
    return of(response);
  });
  return requests;
}

const states = toDataFrame({
  name: 'values',
  fields: [
    { name: 'text', type: FieldType.string, values: ['RJ', 'SP'] },
    { name: 'value', type: FieldType.string, values: ['RJ', 'SP'] },
  ],
});

afterEach(() => jest.restoreAllMocks());

describe('a new query', () => {
  it('draws at once on a dashboard and in Explore', () => {
    const datasource = datasourceWith();
    expect(datasource.getDefaultQuery(CoreApp.Dashboard)).toEqual({ kind: 'sales', measure: 'revenue', grain: 'auto' });
    expect(datasource.getDefaultQuery(CoreApp.Explore)).toHaveProperty('kind', 'sales');
  });

  it('asks for one number per segment in an alert rule', () => {
    expect(datasourceWith().getDefaultQuery(CoreApp.UnifiedAlerting)).toEqual({
      kind: 'rfm_segments',
      measure: 'churned_share',
    });
  });
});

describe('running queries', () => {
  it('skips hidden queries and those without a kind', () => {
    const datasource = datasourceWith();
    const empty: WarehouseQuery = JSON.parse('{ "refId": "A" }');
    expect(datasource.filterQuery({ refId: 'A', kind: 'kpis' })).toBe(true);
    expect(datasource.filterQuery({ refId: 'A', kind: 'kpis', hide: true })).toBe(false);
    expect(datasource.filterQuery(empty)).toBe(false);
  });

  it.each([undefined, '', ' \n'])('skips a statement that is still empty: %j', (rawSql) => {
    expect(datasourceWith().filterQuery({ refId: 'A', kind: 'sql', rawSql })).toBe(false);
    expect(datasourceWith().filterQuery({ refId: 'A', kind: 'sql', rawSql: 'SELECT 1' })).toBe(true);
  });

  it('leaves the interval in statements to the backend, though Grafana has variables of these names', () => {
    const query: WarehouseQuery = { refId: 'A', kind: 'sql', rawSql: "$__interval $__interval_ms '$state'" };
    const scoped = { __interval: { value: '1d', text: '1d' }, __interval_ms: { value: 86_400_000, text: '86400000' } };
    expect(datasourceWith({ state: "D'Oeste" }).applyTemplateVariables(query, scoped)).toHaveProperty(
      'rawSql',
      "$__interval $__interval_ms 'D''Oeste'",
    );
  });

  it('replaces the variables of the dashboard and of a repeated panel', () => {
    const datasource = datasourceWith({ state: ['SP', 'RJ'], category: '$__all' });
    const query: WarehouseQuery = { refId: 'A', kind: 'kpis', filters: { state: ['$state'], category: ['$category'] } };
    expect(datasource.applyTemplateVariables(query, {}).filters).toEqual({ state: ['SP', 'RJ'] });
    const scoped = datasource.applyTemplateVariables(query, { state: { value: 'MG', text: 'MG' } });
    expect(scoped.filters).toEqual({ state: ['MG'] });
  });

  it('hands interpolated queries with their data source to Explore', () => {
    const datasource = datasourceWith({ state: 'SP' });
    const query: WarehouseQuery = { refId: 'A', kind: 'kpis', filters: { state: ['$state'] } };
    expect(datasource.interpolateVariablesInQueries([query], {})).toEqual([
      {
        ...query,
        filters: { state: ['SP'] },
        datasource: { type: 'churnwatch-warehouse-datasource', uid: 'warehouse' },
      },
    ]);
  });

  it('says in a line what a query asks', () => {
    expect(datasourceWith().getQueryDisplayText({ refId: 'A', kind: 'breakdown', by: 'state' })).toBe(
      'Revenue by state',
    );
  });
});

describe('the filters of a dashboard', () => {
  const state = { key: 'state', operator: '=', value: 'RJ' };
  const request = (target: WarehouseQuery, filters = [state]): DataQueryRequest<WarehouseQuery> =>
    ({ targets: [target], filters, scopedVars: {} }) as Partial<DataQueryRequest> as DataQueryRequest<WarehouseQuery>;
  const kpis: WarehouseQuery = { refId: 'A', kind: 'kpis', filters: { state: ['$state'] } };

  it('narrow queries after their variables are replaced', () => {
    const datasource = datasourceWith({ state: ['SP', 'RJ'] });
    expect(datasource.applyTemplateVariables(kpis, {}, [state]).filters).toEqual({ state: ['RJ'] });
    expect(datasource.interpolateVariablesInQueries([kpis], {}, [state])[0]?.filters).toEqual({ state: ['RJ'] });
  });

  it('that no query can hold fail before anything is asked', async () => {
    const requests = answerWith({ data: [] });
    const asked = datasourceWith().query(request(kpis, [{ ...state, operator: '=~' }]));
    await expect(lastValueFrom(asked)).rejects.toThrow('state takes = or !=');
    expect(requests).toHaveLength(0);
  });

  it('do not narrow SQL, which says so', async () => {
    answerWith({ data: [toDataFrame({ refId: 'A', fields: [] })] });
    const sql: WarehouseQuery = { refId: 'A', kind: 'sql', rawSql: 'SELECT 1' };
    const { data } = await lastValueFrom(datasourceWith().query(request(sql, [{ ...state, operator: '=~' }])));
    expect(data[0].meta.notices[0].text).toContain('do not apply to this query');
  });

  it('are offered by name, each with its values', async () => {
    const requests = answerWith({ data: [states] });
    const datasource = datasourceWith();
    expect((await datasource.getTagKeys()).map(({ text }) => text)).toEqual([
      'State',
      'Category',
      'Payment type',
      'Segment',
      'Risk band',
    ]);
    const { data } = await datasource.getTagValues({ key: 'state', filters: [{ ...state, key: 'category' }] });
    expect(data.map(({ value }) => value)).toEqual(['RJ', 'SP']);
    expect(requests[0]?.targets[0]).toMatchObject({
      kind: 'values',
      dimension: 'state',
      filters: { category: ['RJ'] },
    });
  });
});

describe('queries of older shapes', () => {
  it('run, and are told, as what they mean', () => {
    const datasource = datasourceWith();
    const old: WarehouseQuery = JSON.parse('{ "refId": "A", "rawSql": "SELECT 1", "format": 1, "rawQuery": true }');
    expect(datasource.filterQuery(old)).toBe(true);
    expect(datasource.getQueryDisplayText(old)).toBe('SQL: SELECT 1');
    expect(datasource.applyTemplateVariables(old, {})).toEqual({
      refId: 'A',
      kind: 'sql',
      rawSql: 'SELECT 1',
      format: 'table',
    });
  });
});

describe('listing values', () => {
  it('asks the backend and reads the answer', async () => {
    const requests = answerWith({ data: [states] });
    await expect(datasourceWith().listValues('state')).resolves.toEqual(
      ['RJ', 'SP'].map((value) => ({ value, text: value })),
    );
    expect(requests[0]?.targets).toEqual([{ refId: 'values', kind: 'values', dimension: 'state' }]);
  });

  it('is empty when there is no data', async () => {
    answerWith({ data: [toDataFrame({ name: 'values', fields: [] })] });
    await expect(datasourceWith().listValues('city')).resolves.toEqual([]);
  });

  it.each([
    [{ errors: [{ message: 'The warehouse is being built, 60%' }] }, 'The warehouse is being built, 60%'],
    [{ errors: [{ data: { message: 'No such folder' } }] }, 'No such folder'],
    [{ error: {} }, 'The values could not be loaded.'],
  ])('fails with the message of the backend: %j', async (failure, message) => {
    answerWith({ data: [], ...failure });
    await expect(datasourceWith().listValues('state')).rejects.toThrow(message);
  });
});

describe('dashboard variables', () => {
  it('are named as they are written in a query', () => {
    expect(datasourceWith({ state: 'SP', segment: 'Lost' }).variableNames()).toEqual(['$state', '$segment']);
  });

  it('can be made from the data source', () => {
    expect(datasourceWith().variables).toBeInstanceOf(WarehouseVariables);
  });
});
