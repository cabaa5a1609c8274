import { listTarget, targetOf } from './listTarget';

const MOVES = {
  refId: 'B',
  kind: 'segment_moves',
  days: 60,
  asOf: '2018-06-30',
  filters: { state: ['SP'], band: ['$band'] },
  exclude: { category: ['toys'] },
  datasource: { uid: 'shop' },
};

describe('the query of the customers behind a number', () => {
  it('is found by the kind of the number, unless it is hidden', () => {
    expect(targetOf('segment_moves', [{ refId: 'A' }, { ...MOVES, hide: true }, MOVES])).toBe(MOVES);
    expect(targetOf('value_at_risk', [MOVES])).toBeUndefined();
  });

  it('keeps to the filters, the day and the data source of the panel, and to nothing else of it', () => {
    expect(listTarget(MOVES, { kind: 'customers', movedFrom: ['New'] })).toEqual({
      refId: 'B',
      kind: 'customers',
      movedFrom: ['New'],
      asOf: '2018-06-30',
      filters: { state: ['SP'], band: ['$band'] },
      exclude: { category: ['toys'] },
      datasource: { uid: 'shop' },
    });
  });

  it('narrows further by filters of its own', () => {
    const { filters } = Object(listTarget(MOVES, { kind: 'churn_scores', filters: { band: ['high'] } }));
    expect(filters).toEqual({ state: ['SP'], band: ['high'] });
    expect(listTarget({ refId: 'A' }, { kind: 'customers' })).toEqual({ refId: 'A', kind: 'customers', filters: {} });
  });
});
