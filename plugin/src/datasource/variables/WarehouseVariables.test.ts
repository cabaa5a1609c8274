import { CoreApp, dateTime, FieldType, toDataFrame, type DataQueryRequest } from '@grafana/data';
import { lastValueFrom, of } from 'rxjs';
import { datasourceWith } from '../testing/datasources';
import type { WarehouseQuery } from '../types';
import { WarehouseVariables } from './WarehouseVariables';

const states = toDataFrame({ fields: [{ name: 'text', type: FieldType.string, values: ['RJ', 'SP'] }] });

function request(target: string): DataQueryRequest<WarehouseQuery> {
  return {
    requestId: 'variable',
    app: CoreApp.Dashboard,
    interval: '1d',
    intervalMs: 1,
    range: { from: dateTime(0), to: dateTime(1), raw: { from: '0', to: '1' } },
    scopedVars: {},
    startTime: 0,
    targets: [JSON.parse(target)],
    timezone: 'utc',
  };
}

describe('a dashboard variable', () => {
  it('passes on the frames of the answer', async () => {
    const datasource = datasourceWith();
    const query = jest.spyOn(datasource, 'query').mockReturnValue(of({ data: [states] }));
    const answer = new WarehouseVariables(datasource).query(request('{ "kind": "values", "dimension": "city" }'));
    await expect(lastValueFrom(answer)).resolves.toEqual({ data: [states] });
    expect(query.mock.calls[0]?.[0].targets).toEqual([{ refId: 'variable', kind: 'values', dimension: 'city' }]);
  });

  it('asks for other texts as they are', () => {
    const datasource = datasourceWith();
    const query = jest.spyOn(datasource, 'query').mockReturnValue(of({ data: [] }));
    new WarehouseVariables(datasource).query(request('{ "refId": "A", "kind": "headline" }'));
    expect(query.mock.calls[0]?.[0].targets).toEqual([{ refId: 'A', kind: 'headline' }]);
  });

  it('lists the states when nothing is chosen yet', () => {
    const datasource = datasourceWith();
    const query = jest.spyOn(datasource, 'query').mockReturnValue(of({ data: [] }));
    new WarehouseVariables(datasource).query(request('{}'));
    expect(query.mock.calls[0]?.[0].targets[0]).toMatchObject({ kind: 'values', dimension: 'state' });
  });

  it.each([
    ['"values(city)"', { kind: 'values', dimension: 'city' }],
    ['"band"', { kind: 'values', dimension: 'band' }],
    ['"label_values(up)"', { kind: 'values', dimension: 'state' }],
    ['{ "rawSql": "SELECT 1", "format": 1 }', { kind: 'sql', rawSql: 'SELECT 1', format: 'table' }],
  ])('of an old dashboard, %s, is understood', (saved, today) => {
    const datasource = datasourceWith();
    const query = jest.spyOn(datasource, 'query').mockReturnValue(of({ data: [] }));
    new WarehouseVariables(datasource).query(request(saved));
    expect(query.mock.calls[0]?.[0].targets).toEqual([{ refId: 'variable', ...today }]);
  });

  it('searches for what is typed into its drop-down, and for nothing while nothing is typed', () => {
    const datasource = datasourceWith();
    const query = jest.spyOn(datasource, 'query').mockReturnValue(of({ data: [] }));
    const asked = request('{ "kind": "values", "dimension": "customer", "search": "$__searchFilter" }');
    const variables = new WarehouseVariables(datasource);
    const searched = (one: typeof asked) => {
      variables.query(one);
      const { targets, scopedVars } = query.mock.lastCall?.[0] ?? asked;
      return targets.map((target) => datasource.applyTemplateVariables(target, scopedVars));
    };
    expect(searched(asked)[0]).not.toHaveProperty('search');
    const typed = { ...asked, scopedVars: { __searchFilter: { text: 'ab', value: 'ab' } } };
    expect(searched(typed)[0]).toHaveProperty('search', 'ab');
  });

  it('starts with the states', () => {
    expect(new WarehouseVariables(datasourceWith()).getDefaultQuery()).toEqual({ kind: 'values', dimension: 'state' });
  });
});
