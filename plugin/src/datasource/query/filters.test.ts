import type { WarehouseQuery } from '../types';
import { moveFilter, readFilter, showsFilters, writeFilter } from './filters';

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

  it('move to the other list, beside what is there', () => {
    const query: WarehouseQuery = { ...sales, filters: { state: ['SP', 'RJ'] }, exclude: { state: ['RJ', 'MG'] } };
    const moved = moveFilter(query, 'state', 'filters', 'exclude');
    expect(moved).toEqual({ ...sales, exclude: { state: ['RJ', 'MG', 'SP'] } });
    expect(moveFilter(moved, 'state', 'exclude', 'exclude')).toBe(moved);
  });

  it.each<[WarehouseQuery, boolean]>([
    [sales, true],
    [{ refId: 'A', kind: 'what_if' }, false],
    [{ refId: 'A', kind: 'operations' }, false],
    [{ refId: 'A', kind: 'churn_score', filters: { state: ['SP'] } }, true],
  ])('of %j are shown: %s', (query, shown) => {
    expect(showsFilters(query)).toBe(shown);
  });

  it('are empty where nothing is filtered', () => {
    expect(readFilter(sales, 'segment')).toEqual([]);
  });
});
