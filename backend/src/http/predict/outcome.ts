import { PREDICTION, type Prediction, type RowError } from '../../contract/rest/schemas';
import { number, row as rowSchema, text } from '../../contract/rest/schema';
import type { Cell, Row } from '../rows';

/** What came of a row: its prediction, or what was wrong and with which status. */
export type Outcome = Prediction | Failure;

export interface Failure extends RowError {
  status: number;
}

export const failed = (outcome: Outcome): outcome is Failure => 'error' in outcome;

/** The columns of the table of predictions that are read. */
export const PREDICTED_ROW = rowSchema('Predicted', {
  ...PREDICTION.properties,
  status: number('Of a row without a prediction.'),
  error: text('What was wrong with it.'),
});

/** What stands in a row of the table of predictions, for the row of the request at that place. */
export function outcomeOf(place: number, predicted: Row): Outcome {
  const error = textIn(predicted.error);
  if (error !== null) return { row: place, error, status: numberIn(predicted.status) ?? 400 };
  return {
    row: place,
    customer_id: textIn(predicted.customer_id),
    churn_probability: numberIn(predicted.churn_probability) ?? 0,
    band: textIn(predicted.band) ?? '',
    relative_odds: numberIn(predicted.relative_odds),
    expected_revenue: numberIn(predicted.expected_revenue),
    revenue_at_risk: numberIn(predicted.revenue_at_risk),
    reason: textIn(predicted.reason),
    action: textIn(predicted.action),
  };
}

const textIn = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null);
const numberIn = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);
