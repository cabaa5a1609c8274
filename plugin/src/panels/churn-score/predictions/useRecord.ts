import type { FeatureValues } from '@contract';
import { useEffect } from 'react';
import type { Score } from '../data/model';
import type { ChangeField } from '../whatif/fields';
import type { WhatIf } from '../whatif/useWhatIf';
import type { PredictedChange } from './prediction';
import type { Predictions } from './usePredictions';

interface Context {
  score: Score;
  fields: readonly ChangeField[];
  /** Grows with every reset: what is tried afterwards is another attempt. */
  attempt: number;
  add: Predictions['add'];
}

/** Keeps each answered what-if. A slider that is dragged on overwrites its own earlier answers. */
export function useRecord({ state, model, changes }: WhatIf, { score, fields, attempt, add }: Context): void {
  useEffect(() => {
    if (state !== 'answered' || !model) return;
    const changed = Object.keys(changes).toSorted().join(',');
    add({
      id: `${score.churn}-${attempt}-${changed}`,
      at: Date.now(),
      changes: predictedChanges(changes, fields),
      before: score.churn,
      after: model.score.churn,
      band: model.score.band,
    });
    // Only a new answer is a new prediction.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state, model]);
}

/** The changes with their words. */
export function predictedChanges(changes: FeatureValues, fields: readonly ChangeField[]): PredictedChange[] {
  return Object.entries(changes).map(([feature, to]) => {
    const field = fields.find((one) => one.feature === feature);
    return { feature, label: field?.label ?? feature, unit: field?.unit ?? '', from: field?.value ?? null, to };
  });
}
