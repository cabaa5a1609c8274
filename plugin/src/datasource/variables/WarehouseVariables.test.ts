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

  it('starts with the states', () => {
    expect(new WarehouseVariables(datasourceWith()).getDefaultQuery()).toEqual({ kind: 'values', dimension: 'state' });
  });
});
