import type { WarningNews, WarningRecord } from '../../../contract';

const WARNING: WarningRecord = {
  id: 'w000000000001',
  created_at: '2018-08-02T10:00:00.000Z',
  as_of: '2018-08-01',
  customer_id: 'abcdefghijklmnop',
  from_band: 'medium',
  band: 'high',
  churn_probability: 0.99,
  relative_odds: 0.5,
  segment: 'Loyal',
  state: 'SP',
  monetary: 200,
  value_if_returns: 100,
  revenue_at_risk: 99,
  last_order: '2018-01-01',
  reasons: ['Last order 212 days ago.'],
  action: 'Call',
  trigger: 'event',
  generation: 'g1',
  model: 'm1',
  warning_state: 'new',
  owner: null,
  version: 1,
  acknowledged_at: null,
  acted_at: null,
  closed_at: null,
  horizon_end: '2019-01-28',
  returned_on: null,
};

/** News of a warning of customer `abcdefghijklmnop`. */
export function newsOf(given: Partial<WarningRecord> = {}, type: WarningNews['type'] = 'warning.created'): WarningNews {
  const step = {
    seq: 1,
    at: '2018-08-02T10:00:00.000Z',
    who: 'churnwatch',
    from_state: null,
    to_state: 'new',
    owner: null,
    note: null,
  } as const;
  return { seq: 1, type, warning: { ...WARNING, ...given }, step };
}
