import { askableTarget, whatIfTarget } from './whatIfTarget';

const ASKED = {
  refId: 'B',
  kind: 'churn_score',
  customer: '$customer',
  asOf: '2018-06-30',
  filters: { state: ['SP'] },
  datasource: { uid: 'shop' },
  limit: 7,
};

describe('the query of a what-if', () => {
  it('is about the same customer, as of the same day, of the same data source', () => {
    expect(whatIfTarget(ASKED, { recency_days: 30 })).toEqual({
      refId: 'B',
      kind: 'what_if',
      customer: '$customer',
      asOf: '2018-06-30',
      filters: { state: ['SP'] },
      datasource: { uid: 'shop' },
      changes: { recency_days: 30 },
    });
  });

  it('goes on from the changes of a query that is a what-if itself', () => {
    const target = { refId: 'A', kind: 'what_if', changes: { frequency: 2, monetary: 90 } };
    expect(whatIfTarget(target, { frequency: 3 })).toMatchObject({ changes: { frequency: 3, monetary: 90 } });
  });

  it('is found among the queries of a panel', () => {
    const hidden = { ...ASKED, refId: 'A', hide: true };
    expect(askableTarget([{ refId: 'C', kind: 'sales' }, hidden, ASKED])).toBe(ASKED);
    expect(askableTarget([{ refId: 'C', kind: 'churn_scores' }])).toBeUndefined();
  });
});
