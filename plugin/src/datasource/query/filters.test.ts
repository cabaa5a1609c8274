import type { WarehouseQuery } from '../types';
import { readFilter, writeFilter } from './filters';

const sales: WarehouseQuery = { refId: 'A', kind: 'sales', measure: 'orders', grain: 'week', limit: 5 };

describe('filters of a query', () => {
  it('are left out one by one, and altogether when none is left', () => {
    const filtered = writeFilter(writeFilter(sales, 'state', ['SP']), 'category', ['toys']);
    expect(filtered.filters).toEqual({ state: ['SP'], category: ['toys'] });
    const less = writeFilter(filtered, 'state', []);
    expect(less.filters).toEqual({ category: ['toys'] });
    expect(writeFilter(less, 'category', [])).toEqual(sales);
  });

  it('keep values to leave out in a list of their own', () => {
    const both = writeFilter(writeFilter(sales, 'state', ['SP']), 'state', ['RJ'], 'exclude');
    expect(both).toEqual({ ...sales, filters: { state: ['SP'] }, exclude: { state: ['RJ'] } });
    expect([readFilter(both, 'state'), readFilter(both, 'state', 'exclude')]).toEqual([['SP'], ['RJ']]);
    expect(writeFilter(both, 'state', [], 'exclude')).toEqual({ ...sales, filters: { state: ['SP'] } });
  });

  it('are empty where nothing is filtered', () => {
    expect(readFilter(sales, 'segment')).toEqual([]);
  });
});
