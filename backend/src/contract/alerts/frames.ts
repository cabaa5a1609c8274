/**
 * The columns of `alerts` (table). `state` is the state of the address, as everywhere; `warning_state` is where the
 * warning stands. Times: created_at, acknowledged_at, acted_at; days: as_of, last_order, returned_on.
 */
export const ALERT_COLUMNS = [
  'id',
  'created_at',
  'as_of',
  'customer_id',
  'from_band',
  'band',
  'churn_probability',
  'relative_odds',
  'revenue_at_risk',
  'value_if_returns',
  'monetary',
  'segment',
  'state',
  'last_order',
  'reason',
  'action',
  'warning_state',
  'owner',
  'version',
  'trigger',
  'acknowledged_at',
  'acted_at',
  'returned_on',
] as const;
export type AlertColumn = (typeof ALERT_COLUMNS)[number];

/**
 * The columns of the view `read_out` (table). `group`: acted, shown or held_out, whose `returned` of `customers` came
 * back, with the ends of a 95% interval of the share (Wilson); then acted_difference and shown_difference, the shares
 * less that of those held out, with the ends of a 95% interval (Newcombe). Only warnings whose horizon has passed are
 * counted; `pending` are not yet.
 */
export const READ_OUT_COLUMNS = [
  'group',
  'customers',
  'returned',
  'return_share',
  'lower_95',
  'upper_95',
  'pending',
  'text',
] as const;
export type ReadOutColumn = (typeof READ_OUT_COLUMNS)[number];
