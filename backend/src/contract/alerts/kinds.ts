/** The query kinds about early warnings. */
export const ALERT_KINDS = ['alerts', 'alert_stats'] as const;

/** What a list of warnings can be sorted by. */
export const ALERT_SORTS = [
  'created_at',
  'as_of',
  'revenue_at_risk',
  'churn_probability',
  'relative_odds',
  'value_if_returns',
  'monetary',
  'segment',
  'state',
  'warning_state',
  'owner',
  'customer',
] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];

/** What `alert_stats` can show, one frame each: see query.ts. */
export const ALERT_STATS_VIEWS = ['figures', 'history', 'read_out'] as const;
export type AlertStatsView = (typeof ALERT_STATS_VIEWS)[number];

/** The numbers of the view `figures`. */
export const ALERT_FIGURES = [
  'open_warnings',
  'unacknowledged_warnings',
  'new_today',
  'warnings',
  'revenue_at_risk',
  'response_hours',
  'acting_hours',
  'acted_share',
  'false_alarm_share',
  'suppressed_by_limit',
  'suppressed_by_cool_down',
  'acted_return_share',
  'held_out_return_share',
  'return_difference',
] as const;
export type AlertFigure = (typeof ALERT_FIGURES)[number];
