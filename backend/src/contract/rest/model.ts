import { answerSchema } from './answer';
import { PROGRESS } from './building';
import { openRow, REASON_FIELDS } from './fields';
import { flag, listOf, number, oneOf, text, type Schema } from './schema';

export const FACT = openRow('Fact', { fact: text('What it is.'), value: text('Its value.') });

export const METRIC = openRow('Metric', {
  model: text('What was measured: the model, or what it is compared with.'),
  metric: text('Key of the metric.'),
  value: number('Its value on customers and days that the model had not seen.'),
  low: number('Lower end of the 95% interval, where there is one.'),
  high: number('Upper end of the 95% interval.'),
  better: oneOf(['higher', 'lower'], 'Which way is better.'),
});

export const GATE = openRow('Gate', {
  gate: text('Key of the condition.'),
  required: number('What is required.'),
  actual: number('What there is.'),
  passed: flag('Whether it is met.'),
  hard: flag('Whether there is no score without it.'),
  message: text('What it means.'),
});

const { feature, label, group, unit, typical, changeable, min, max, step } = REASON_FIELDS;
const FEATURE_FIELDS = { feature, label, group, unit, typical, changeable, min, max, step };

/** What is known of a feature without a model's importances. */
export const FEATURE_FACTS = openRow('Feature', FEATURE_FIELDS);

export const FEATURE = openRow('Feature', {
  ...FEATURE_FIELDS,
  importance: number('Mean loss of ROC-AUC when the feature’s values are shuffled.'),
});

/** Body of the answer to `POST /api/model/train`: how far the training has come. */
export const TRAINING_BODY: Schema = {
  type: 'object',
  title: 'Training',
  additionalProperties: false,
  required: ['state', 'progress'],
  properties: {
    state: oneOf(['ready', 'training'], 'ready: a model serves meanwhile; training: none serves yet.'),
    id: text('Id of the model that serves meanwhile.'),
    progress: PROGRESS,
  },
};

/** Body of `GET /api/model`. */
export const MODEL_BODY = answerSchema('Model', {
  facts: listOf(FACT),
  metrics: listOf(METRIC),
  gates: listOf(GATE, 'Conditions for trusting the scores.'),
  features: listOf(
    FEATURE,
    'Features with the limits of what a prediction may set them to; none while there are no scores.',
  ),
});
