import type { RiskBand } from '../churn/bands';
import type { WarningState, WarningStep, WarningTrigger } from './states';

/** An early warning: a customer whose risk has risen to high. Money in the shop's currency, days `YYYY-MM-DD`. */
export interface WarningRecord {
  /** Never used again; later warnings have greater ones. */
  id: string;
  /** When it was made, RFC 3339. */
  created_at: string;
  /** The last day of data that it knows of. */
  as_of: string;
  customer_id: string;
  from_band: RiskBand;
  band: RiskBand;
  churn_probability: number;
  /** Odds of coming back as a multiple of the average customer's. */
  relative_odds: number;
  segment: string;
  /** Two-letter state of the customer's address. */
  state: string;
  monetary: number;
  value_if_returns: number;
  revenue_at_risk: number;
  last_order: string | null;
  /** In plain sentences, the weightiest first. */
  reasons: readonly string[];
  action: string;
  trigger: WarningTrigger;
  generation: string;
  model: string;
  warning_state: WarningState;
  owner: string | null;
  /** Counts the changes, so that two people do not undo each other's. */
  version: number;
  acknowledged_at: string | null;
  acted_at: string | null;
  closed_at: string | null;
  /** Up to this day a purchase counts as a return. */
  horizon_end: string;
  /** The first purchase after `as_of`, within the horizon. */
  returned_on: string | null;
}

/** What somebody wants to change of a warning. */
export interface WarningChange {
  state?: WarningState;
  /** Null: nobody. */
  owner?: string | null;
  note?: string;
  /** The version that they saw; absent: whatever it is now. */
  version?: number;
}

/** News of a warning: what was made or changed, for those who listen. */
export interface WarningNews {
  /** Grows with all news, so that who was away can ask for what came after the last that they saw. */
  seq: number;
  type: 'warning.created' | 'warning.updated';
  warning: WarningRecord;
  step: WarningStep;
}

/** An alert of Grafana's own, as its notifications tell of it. */
export interface GrafanaAlert {
  /** The same for the same alert of the same rule. */
  fingerprint: string;
  status: 'firing' | 'resolved';
  title: string;
  summary: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  /** RFC 3339. */
  starts_at: string;
  ends_at: string | null;
  /** Where the rule can be seen. */
  url: string | null;
  received_at: string;
}
