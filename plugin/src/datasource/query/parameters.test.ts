import type { WarehouseQuery } from '../types';
import { changeKind, changeParameter, isKind, readParameter, toTexts, writeParameter } from './parameters';

const sales: WarehouseQuery = { refId: 'A', kind: 'sales', measure: 'orders', grain: 'week', limit: 5 };

describe('parameters of a query', () => {
  it('are read and written by name', () => {
    expect(readParameter(sales, 'grain')).toBe('week');
    expect(readParameter(sales, 'by')).toBeUndefined();
    expect(writeParameter(sales, 'by', 'state')).toEqual({ ...sales, by: 'state' });
  });

  it.each([undefined, null, '', []])('are left out when set to %j', (value) => {
    expect(writeParameter(sales, 'limit', value)).toEqual({
      refId: 'A',
      kind: 'sales',
      measure: 'orders',
      grain: 'week',
    });
  });

  it.each([0, false])('keep %j, which says something', (value) => {
    expect(readParameter(writeParameter(sales, 'limit', value), 'limit')).toBe(value);
  });
});

describe('changing the kind', () => {
  const query: WarehouseQuery = {
    ...sales,
    hide: true,
    asOf: '2018-06-30',
    filters: { state: ['SP'] },
    exclude: { band: ['low'] },
  };

  it('keeps what means the same there and drops what the new kind would refuse', () => {
    expect(changeKind(query, 'breakdown')).toEqual({
      refId: 'A',
      hide: true,
      kind: 'breakdown',
      measure: 'orders',
      limit: 5,
      asOf: '2018-06-30',
      filters: { state: ['SP'] },
      exclude: { band: ['low'] },
    });
  });

  it('drops a choice that the new kind does not offer', () => {
    expect(changeKind(query, 'rfm_segments')).not.toHaveProperty('measure');
    expect(changeKind({ ...query, measure: 'revenue' }, 'rfm_segments')).toHaveProperty('measure', 'revenue');
  });
});

describe('conditions when the kind changes', () => {
  const where = [{ field: 'monetary', operator: '>', value: 5 }];
  const withConditions = (conditions: object[]): WarehouseQuery =>
    JSON.parse(JSON.stringify({ refId: 'A', kind: 'customers', where: conditions }));
  const customers = withConditions(where);

  it('stay where all of their numbers are known', () => {
    expect(changeKind(customers, 'churn_scores')).toHaveProperty('where', where);
    const scores = withConditions([...where, { field: 'recency_score', operator: '>', value: 3 }]);
    expect(changeKind(scores, 'churn_scores')).not.toHaveProperty('where');
    expect(changeKind(customers, 'sales')).not.toHaveProperty('where');
  });
});

describe('the order of a list', () => {
  const breakdown: WarehouseQuery = { refId: 'A', kind: 'breakdown' };

  it('follows what it is sorted by, until it is chosen by hand', () => {
    const byName = changeParameter(breakdown, 'sort', 'name');
    expect(byName).toEqual({ ...breakdown, sort: 'name', descending: false });
    expect(changeParameter(byName, 'sort', 'value')).toEqual({ ...breakdown, sort: 'value' });
    const reversed = changeParameter(byName, 'descending', true);
    expect(changeParameter(reversed, 'sort', 'name')).toEqual(reversed);
    expect(changeParameter(breakdown, 'limit', 3)).toEqual({ ...breakdown, limit: 3 });
  });
});

describe('reading what a dashboard holds', () => {
  it('knows the kinds', () => {
    expect([isKind('sales'), isKind('sale'), isKind(undefined)]).toEqual([true, false, false]);
  });

  it('makes texts of lists, single values and nothing', () => {
    expect([toTexts(['a', 1]), toTexts('a'), toTexts(undefined), toTexts('')]).toEqual([['a', '1'], ['a'], [], []]);
  });
});
