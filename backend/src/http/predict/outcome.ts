import { customerRow } from '../../contract/rest/fields';
import type { Prediction, RowError } from '../../contract/rest/schemas';
import type { Cell, Row } from '../rows';

/** What came of a row: its prediction, or what was wrong and with which status. */
export type Outcome = Prediction | Failure;

export interface Failure extends RowError {
  status: number;
}

export const failed = (outcome: Outcome): outcome is Failure => 'error' in outcome;

/** The columns of a what-if's answer that make a prediction. */
export const WHAT_IF_ROW = customerRow('What if', [
  'churn_probability',
  'band',
  'relative_odds',
  'expected_revenue',
  'revenue_at_risk',
  'sentence',
  'action',
]);

/** The prediction in a scored customer or in a what-if's answer. */
export function predictionOf(place: number, scored: Row, customer: Cell | undefined): Prediction {
  return {
    row: place,
    customer_id: textIn(customer),
    churn_probability: numberIn(scored.churn_probability) ?? 0,
    band: textIn(scored.band) ?? '',
    relative_odds: numberIn(scored.relative_odds),
    expected_revenue: numberIn(scored.expected_revenue),
    revenue_at_risk: numberIn(scored.revenue_at_risk),
    reason: textIn(scored.reason ?? scored.sentence),
    action: textIn(scored.action),
  };
}

const textIn = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null);
const numberIn = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);
