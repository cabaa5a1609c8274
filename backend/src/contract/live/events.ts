import type { WarningRecord } from '../alerts/records';
import type { WarningStep } from '../alerts/states';
import type { RiskBand } from '../churn/bands';
import type { AlertChange } from './topics';

/** A customer who was scored anew because of an event. Money in the shop's currency. */
export interface PredictionUpdate {
  customer_id: string;
  /** The band before; null of a customer who was not seen before. */
  from_band: RiskBand | null;
  band: RiskBand;
  churn_probability: number;
  /** Odds of coming back as a multiple of the average customer's. */
  relative_odds: number;
  segment: string;
  /** Two-letter state of the customer's address. */
  state: string;
  revenue_at_risk: number;
  value_if_returns: number;
  /** The last day of data that it knows of. */
  as_of: string;
  generation: string;
  model: string;
  /** When the event was received, RFC 3339. */
  at: string;
}

export interface ChurnAlertEvent {
  type: 'churn_alert';
  change: AlertChange;
  alert: WarningRecord;
  step: WarningStep;
}

export interface PredictionEvent {
  type: 'prediction_update';
  prediction: PredictionUpdate;
}

/** What those are told who follow a topic. */
export type LiveEvent = ChurnAlertEvent | PredictionEvent;

/** An event, and where in the course of events it stands: who comes back with its id gets what followed. */
export type LiveItem = LiveEvent & { id: string };
