import type { AlertDetail } from '@contract';

/** An early warning as the data source tells of it. */
export function warning(changed: Partial<AlertDetail> = {}): AlertDetail {
  return {
    kind: 'early_warning',
    id: 'w000000000001',
    created_at: '2018-08-02T10:00:00.000Z',
    title: 'Risk has risen to high',
    state: 'new',
    owner: null,
    version: 1,
    customer_id: '5a1c0f5e3b7d4926a8e0c1f2d3b4a596',
    segment: 'Loyal',
    customer_state: 'SP',
    from_band: 'medium',
    band: 'high',
    churn_probability: 0.99,
    relative_odds: 0.5,
    revenue_at_risk: 98.5,
    value_if_returns: 120,
    monetary: 200,
    last_order: '2018-01-01',
    reasons: ['Last order 213 days ago.', 'The last review had two stars.'],
    action: 'Call and ask what went wrong',
    trigger: 'event',
    as_of: '2018-08-02',
    generation: 'g1',
    model: 'm1',
    acknowledged_at: null,
    acted_at: null,
    closed_at: null,
    returned_on: null,
    labels: {},
    url: null,
    history: [
      {
        seq: 1,
        at: '2018-08-02T10:00:00.000Z',
        who: 'Churnwatch',
        from_state: null,
        to_state: 'new',
        owner: null,
        note: null,
      },
    ],
    ...changed,
  };
}
