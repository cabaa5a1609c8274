import type { GateResult, QualityReport } from '../../../churn/model/quality';
import { FeatureValueError, type Explanation, type ServedModel } from '../../../churn/scoring/scored';

/** The features of the fake model, in the order of its contributions. */
export const FAKE_FEATURES = ['recency_days', 'frequency', 'monetary'] as const;
export const FAKE_BASE = 0.95;
const TYPICAL = [200, 1, 120];

/** What each feature does to the churn probability, per unit beyond the typical value, and at most. */
export const FAKE_WEIGHTS = { recency_days: 0.0001, frequency: -0.04, monetary: -0.00005 };
export const FAKE_MOST = 0.04;

/** A churn probability that is plainly the sum of its reasons. */
export function fakeExplanation(values: ArrayLike<number>): Explanation {
  const contributions = Float64Array.from(FAKE_FEATURES, (feature, i) => {
    const moved = FAKE_WEIGHTS[feature] * ((values[i] ?? 0) - (TYPICAL[i] ?? 0));
    return Math.min(FAKE_MOST, Math.max(-FAKE_MOST, moved));
  });
  const churnProbability = contributions.reduce((sum, one) => sum + one, FAKE_BASE);
  return { churnProbability: Math.min(0.999, churnProbability), base: FAKE_BASE, contributions };
}

const gate = (name: GateResult['gate'], passed: boolean, hard: boolean): GateResult => ({
  gate: name,
  required: 100,
  actual: passed ? 3_000 : 20,
  passed,
  hard,
  message: passed ? `Enough of ${name}.` : `Too little of ${name}: do not trust small differences.`,
});

const QUALITY: QualityReport = {
  testCut: '2018-01-01',
  customers: 1_000,
  returners: 50,
  metrics: [
    { model: 'model', metric: 'roc_auc', value: 0.64, low: 0.61, high: 0.67, better: 'higher' },
    { model: 'model', metric: 'pr_auc', value: 0.1, better: 'higher' },
    { model: 'model', metric: 'lift_at_10', value: 3, better: 'higher' },
    { model: 'model', metric: 'captured_at_10', value: 0.3, better: 'higher' },
    { model: 'recency', metric: 'lift_at_10', value: 1.5, better: 'higher' },
    { model: 'recency', metric: 'roc_auc', value: 0.57, better: 'higher' },
    { model: 'model', metric: 'calibration_error', value: 0.004, better: 'lower' },
  ],
  folds: [
    {
      fold: '1',
      role: 'test',
      cut: '2018-01-01',
      trainingCuts: ['2017-03-01', '2017-05-01'],
      trainingRows: 2_000,
      trainingReturners: 100,
      customers: 1_000,
      returners: 50,
      rocAuc: { model: 0.64, recency: 0.57, bgnbd: 0.6 },
      prAuc: { model: 0.1, recency: 0.07, bgnbd: 0.08 },
    },
  ],
  calibration: [{ predicted: 0.95, observed: 0.96, low: 0.94, high: 0.97, customers: 1_000 }],
  lift: [{ decile: 1, customers: 100, returners: 15, capturedShare: 0.3, lift: 3, returnRate: 0.15 }],
  confusion: {
    threshold: 0.1,
    truePositives: 20,
    falsePositives: 80,
    trueNegatives: 870,
    falseNegatives: 30,
    accuracy: 0.89,
    precision: 0.2,
    recall: 0.4,
    f1: 0.267,
  },
  importance: [
    { feature: 'monetary', importance: 0.01, deviation: 0.002 },
    { feature: 'recency_days', importance: 0.05, deviation: 0.004 },
  ],
  comparison: [
    {
      model: 'forest',
      role: 'champion',
      rocAuc: 0.64,
      prAuc: 0.1,
      logLoss: 0.19,
      seconds: 3,
      verdict: 'stays champion',
    },
  ],
};

/** A model that scores by a formula on recency, frequency and monetary value. */
export function fakeModel(given: { id?: string; failedGate?: 'soft' | 'hard'; generation?: string }): ServedModel {
  return {
    facts: {
      id: given.id ?? 'fake-1',
      algorithm: 'a formula',
      description: 'a formula for tests',
      trainedAt: '2018-07-01T10:00:00Z',
      generation: given.generation ?? '',
      horizonDays: 180,
      knowsUntil: '2018-06-30',
      trainingCuts: ['2017-06-01', '2017-09-01'],
      trainingRows: 2_000,
      trees: 0,
      seed: 1,
      libraries: { node: '20' },
    },
    quality: QUALITY,
    gates: [
      gate('customers', true, true),
      gate('history', given.failedGate === undefined, given.failedGate === 'hard'),
    ],
    features: FAKE_FEATURES,
    baseRate: FAKE_BASE,
    typical: Float64Array.from(TYPICAL),
    explain: (rows) => rows.map(fakeExplanation),
    withChanges: (start, changes) => {
      const values = Float64Array.from(start ?? TYPICAL);
      for (const [key, value] of Object.entries(changes)) {
        const at = FAKE_FEATURES.findIndex((feature) => feature === key);
        if (at < 0 || value < 0) throw new FeatureValueError(`"${key}" cannot be ${value}.`);
        values[at] = value;
      }
      return values;
    },
    drift: () =>
      Promise.resolve([
        { feature: 'score', psi: 0.3, level: 'large' },
        { feature: 'recency_days', psi: 0.12, level: 'moderate' },
      ]),
  };
}
