import type { Language, RiskBand, Segment, Status } from '../../contract';
import { actionFor, topReasons, type Action, type Figure, type Playbook } from '../../churn/playbook';
import type { Reason } from '../../churn/reasons';

/** What a recommendation follows from. */
export interface Standing {
  segment: Segment;
  band: RiskBand;
  status: Status;
  valueIfReturns: number;
  relativeOdds: number;
  /** All of the customer's: the playbook's figures are among their values. */
  reasons: readonly Reason[];
  language: Language;
}

/** Figures of the playbook that are features. */
const FEATURE_FIGURES: ReadonlySet<string> = new Set<Figure>([
  'recency_days',
  'frequency',
  'monetary',
  'delay_days',
  'review_score',
  'overdue_orders',
  'failed_payments',
  'support_tickets',
]);

/** What to do about a customer, by the playbook. */
export function adviceFor(playbook: Playbook, standing: Standing): Action {
  const { segment, band, status, reasons, language } = standing;
  const figures: Partial<Record<string, number>> = {
    value_if_returns: standing.valueIfReturns,
    relative_odds: standing.relativeOdds,
  };
  for (const { feature, value } of reasons) if (FEATURE_FIGURES.has(feature)) figures[feature] = value;
  return actionFor(playbook, {
    segment,
    band,
    status,
    figures,
    reasons: topReasons(reasons),
    language,
  });
}
