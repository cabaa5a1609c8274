import { scoreSteps, type ScoreStep, type ScoreSteps } from '@contract';
import { t } from '../../../language/t';
import type { Reason, Reasons } from '../data/model';

/** One step from the average customer to this one. Probabilities from 0 to 1. */
export interface Step extends ScoreStep<Reason> {
  key: string;
  label: string;
}

export interface Steps extends Omit<ScoreSteps<Reason>, 'steps'> {
  steps: Step[];
}

/** The way from the average customer's churn probability to this customer's: `count` features one by one, then all others. */
export function stepsTo(churn: number, { base, rows }: Reasons, count: number): Steps {
  const found = scoreSteps(churn, base, rows, count);
  const { others } = found;
  const steps = found.steps.map((step) => ({
    ...step,
    key: step.reason?.feature ?? 'others',
    label: step.reason?.label ?? t('churn.reasons.allOthers', 'All {{others}} others', { others }),
  }));
  return { ...found, steps };
}
