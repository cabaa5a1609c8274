import { LoadingState, toDataFrame } from '@grafana/data';
import { panelData } from '../../testing/panelData';
import type { WarehouseQuery } from '../../types';
import { startingStatement } from './startingStatement';

const QUERY: WarehouseQuery = { refId: 'A', kind: 'breakdown' };

/** A frame whose answer names its statement. */
const frame = (sql: unknown, type = 'numeric-long', refId = 'A') =>
  toDataFrame({ refId, fields: [], meta: JSON.parse(JSON.stringify({ type, custom: { sql } })) });

describe('the statement with which SQL mode begins', () => {
  it.each([
    ['timeseries-wide', 'time_series'],
    ['timeseries-long', 'time_series'],
    ['numeric-long', 'numeric'],
    ['table', 'table'],
  ])('is that of the answer, %s as %s', (type, format) => {
    expect(startingStatement(QUERY, panelData([frame('SELECT 1', type)]))).toEqual({ sql: 'SELECT 1', format });
  });

  it('says that variables stand as their values', () => {
    const query: WarehouseQuery = { ...QUERY, filters: { state: ['$state'] }, datasource: { uid: '$source' } };
    const { sql } = startingStatement(query, panelData([frame('SELECT 1')]));
    expect(sql).toMatch(/^-- The builder's variables .*\n-- .*IN \(\$\{state:sqlstring\}\)\nSELECT 1$/);
    const plain: WarehouseQuery = { ...QUERY, datasource: { uid: '$source' } };
    expect(startingStatement(plain, panelData([frame('SELECT 1')])).sql).toBe('SELECT 1');
  });

  it.each([
    ['no answer', undefined],
    ['the answer of another query', panelData([frame('SELECT 1', 'table', 'B')])],
    ['the answer before', panelData([frame('SELECT 1')], LoadingState.Loading)],
  ])('is an example, with %s', (_, data) => {
    const { sql } = startingStatement(QUERY, data);
    expect(sql).toMatch(/^-- The SQL of the builder's question is not at hand: it has no answer yet.\n-- An example/);
  });

  it.each([
    ['names none', panelData([toDataFrame({ refId: 'A', fields: [] })])],
    ['names an empty one', panelData([frame(' ')])],
    ['names something else', panelData([frame(7)])],
  ])('is an example, with an answer that %s', (_, data) => {
    const { sql, format } = startingStatement(QUERY, data);
    expect(sql).toMatch(/not at hand: its answer does not come from one statement.\n-- An example/);
    expect(sql).toContain('FROM fct_orders\nWHERE $__timeFilter(purchased_at)');
    expect(format).toBe('time_series');
  });

  it.each([
    ['churn_scores', 'churn model'],
    ['sales_forecast', 'sales forecast'],
  ] as const)('of %s says that it comes from the %s', (kind, model) => {
    const { sql } = startingStatement({ refId: 'A', kind }, panelData([]));
    expect(sql).toMatch(new RegExp(`^-- What the builder asked comes from the ${model}, not from SQL.\n-- An example`));
  });
});
