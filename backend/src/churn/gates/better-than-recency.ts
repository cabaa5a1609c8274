import type { GateResult } from '../model/quality';
import { GATE_THRESHOLDS } from './thresholds';

/**
 * Whether the model ranks customers clearly better than the days since their last order do. `required`: the ROC-AUC
 * that would show it, which is recency's plus 1.64 standard errors of the model's. Both are measured on the same
 * customers, so that the standard error of their difference is smaller and this is the cautious side.
 */
export function betterThanRecency({
  modelAuc,
  recencyAuc,
  standardError,
}: {
  modelAuc: number;
  recencyAuc: number;
  standardError: number;
}): GateResult {
  const required = recencyAuc + GATE_THRESHOLDS.standardErrors * standardError;
  const passed = modelAuc > required;
  return {
    gate: 'better_than_recency',
    required,
    actual: modelAuc,
    passed,
    hard: false,
    message: passed
      ? `The model ranks customers clearly better than their last order alone (ROC-AUC ${text(modelAuc)} against ${text(recencyAuc)}).`
      : `The model is not clearly better than the days since the last order alone (ROC-AUC ${text(modelAuc)} against ` +
        `${text(recencyAuc)}, standard error ${text(standardError)}): take its order of customers with caution; ` +
        'more history or more customers would help.',
  };
}

function text(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : 'unknown';
}
