import { RISK_BANDS } from '../churn/bands';
import { EVENT_LIMITS } from '../events/limits';
import { answerSchema } from './answer';
import { integer, listOf, money, number, oneOf, orNull, row, share, text, type Schema } from './schema';

/** Most rows of one prediction, and most bytes of its body. */
export const MAX_PREDICT_ROWS = 100_000;
/** Below what the plugin takes from Grafana in one message. */
export const MAX_PREDICT_BYTES = 15 * 1024 * 1024;

/** The column of an uploaded file that holds customer ids. */
export const ID_COLUMN = 'customer_id';

export const FEATURES: Schema = {
  type: 'object',
  title: 'Features',
  additionalProperties: { type: 'number' },
  description: 'Features by key; those left out are taken as typical. GET /api/model lists keys and limits.',
  examples: [{ recency_days: 30, frequency: 2, monetary: 250 }],
};

/** Body of `POST /api/churn/predict` as JSON: either customers, or customers described by features. */
export const PREDICT_REQUEST: Schema = {
  title: 'Prediction request',
  oneOf: [
    row('By id', {
      customers: {
        type: 'array',
        maxItems: MAX_PREDICT_ROWS,
        items: { type: 'string', maxLength: EVENT_LIMITS.idLength },
      },
    }),
    row('One by features', { features: FEATURES }),
    row('Many by features', { features: { type: 'array', maxItems: MAX_PREDICT_ROWS, items: FEATURES } }),
  ],
};

export const PREDICTION = row('Prediction', {
  row: integer('Place in the request: from 1, or the line of the uploaded file (its header is line 1).'),
  customer_id: orNull(text('Id of the customer; null for one described by features.')),
  churn_probability: share('Probability that the customer buys nothing within the horizon.'),
  band: oneOf(RISK_BANDS, 'Risk band.'),
  relative_odds: orNull(number('Odds of buying again as a multiple of the average customer’s.')),
  expected_revenue: orNull(money('What the customer is expected to spend within the horizon.')),
  revenue_at_risk: orNull(money('What would be lost within the horizon, weighted with the churn probability.')),
  reason: orNull(text('The score, or what weighs most for it, as a sentence.')),
  action: orNull(text('Recommended action.')),
});

export const ROW_ERROR = row('Row without a prediction', {
  row: integer('Place in the request, as in predictions.'),
  error: text('What was wrong with it.'),
});

/** Body of the answer to `POST /api/churn/predict` as JSON. */
export const PREDICT_BODY = answerSchema('Predictions', {
  predictions: listOf(PREDICTION, 'In the order of the request.'),
  errors: listOf(ROW_ERROR, 'Rows that got no prediction; all others did.'),
});

export interface Prediction {
  row: number;
  customer_id: string | null;
  churn_probability: number;
  band: string;
  relative_odds: number | null;
  expected_revenue: number | null;
  revenue_at_risk: number | null;
  reason: string | null;
  action: string | null;
}

export interface RowError {
  row: number;
  error: string;
}
