import type { WarehouseQuery } from '../types';
import { changeKind, isKind, readParameter, toTexts, writeParameter } from './parameters';

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

describe('reading what a dashboard holds', () => {
  it('knows the kinds', () => {
    expect([isKind('sales'), isKind('sale'), isKind(undefined)]).toEqual([true, false, false]);
  });

  it('makes texts of lists, single values and nothing', () => {
    expect([toTexts(['a', 1]), toTexts('a'), toTexts(undefined), toTexts('')]).toEqual([['a', '1'], ['a'], [], []]);
  });
});
