import type { RiskBand } from '../churn/bands';
import type { WarningState, WarningStep, WarningTrigger } from './states';

/** What a list of alerts holds: early warnings of ours, and alerts of Grafana's own rules. */
export const ALERT_LIST_KINDS = ['early_warning', 'grafana'] as const;
export type AlertListKind = (typeof ALERT_LIST_KINDS)[number];

/** What the list of alerts can be sorted by. */
export const ALERT_LIST_SORTS = ['created_at', 'revenue_at_risk', 'churn_probability'] as const;
export type AlertListSort = (typeof ALERT_LIST_SORTS)[number];

/** An alert as `GET /api/alerts` tells of it; what an alert of Grafana's has no word on is null. */
export interface AlertRow {
  kind: AlertListKind;
  id: string;
  created_at: string;
  title: string;
  state: WarningState;
  owner: string | null;
  version: number | null;
  customer_id: string | null;
  segment: string | null;
  /** Two-letter state of the customer's address. */
  customer_state: string | null;
  from_band: RiskBand | null;
  band: RiskBand | null;
  churn_probability: number | null;
  relative_odds: number | null;
  revenue_at_risk: number | null;
  value_if_returns: number | null;
  monetary: number | null;
  last_order: string | null;
  reasons: string[];
  action: string | null;
  trigger: WarningTrigger | null;
  as_of: string | null;
  generation: string | null;
  model: string | null;
  acknowledged_at: string | null;
  acted_at: string | null;
  closed_at: string | null;
  returned_on: string | null;
  /** Of Grafana's: its labels. */
  labels: Record<string, string>;
  /** Of Grafana's: where the rule can be seen. */
  url: string | null;
}

export interface AlertDetail extends AlertRow {
  history: WarningStep[];
}

/** Which alerts are asked for; an absent or empty list says nothing. */
export interface AlertFilter {
  kind?: AlertListKind;
  state?: WarningState[];
  owner?: string;
  segment?: string[];
  band?: RiskBand[];
  customer_state?: string[];
  /** The whole customer id, or its beginning. */
  customer?: string;
  /** Made at this moment or later, in ms since 1970-01-01 UTC. */
  since?: number;
  sort: AlertListSort;
  descending: boolean;
  limit: number;
  offset: number;
}

/** What became of a wish to change a warning: the warning, or the HTTP status and words of a refusal. */
export type AlertChanged = { alert: AlertDetail } | { status: 404 | 409 | 422; error: string };
