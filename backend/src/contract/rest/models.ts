import { flag, integer, listOf, moment, orNull, row, share, text, type Schema } from './schema';

/** A model that is kept, to look back and to go back. */
export interface KeptModel {
  id: string;
  algorithm: string;
  /** RFC 3339. */
  trained_at: string;
  horizon_days: number;
  /** The generation whose data it was trained on. */
  generation: string;
  /** Last day that its training labels look at. */
  knows_until: string;
  training_rows: number;
  /** On customers and days that it had not seen; null where it was not measured. */
  roc_auc: number | null;
  pr_auc: number | null;
  gates_failed: number;
}

/** Body of `GET /api/models`. */
export interface ModelsBody {
  models: (KeptModel & { serves: boolean })[];
}

const MODEL = row('Kept model', {
  id: text('Id of the model.'),
  serves: flag('Whether its scores are those that are answered.'),
  algorithm: text('How it learns.'),
  trained_at: moment('When it was trained.'),
  horizon_days: integer('It tells the probability of no purchase within so many days.'),
  generation: text('The generation whose data it was trained on.'),
  knows_until: { type: 'string', format: 'date', description: 'Last day that its training looked at.' },
  training_rows: integer('Customers and days that it learnt from.'),
  roc_auc: orNull(share('ROC-AUC on customers and days that it had not seen.')),
  pr_auc: orNull(share('PR-AUC of those who came back.')),
  gates_failed: integer('Conditions for trusting its scores that do not hold.'),
});

/** Schema of the body of `GET /api/models`. */
export const MODELS_BODY: Schema = row('Models', {
  models: listOf(MODEL, 'Those of the horizon that is set, newest first. The five newest are kept.'),
});
