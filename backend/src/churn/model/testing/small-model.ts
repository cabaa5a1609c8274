import { buildDriftReference } from '../../drift';
import { seededRandom } from '../../evaluation';
import { EVENT_FEATURES, ORDER_FEATURES } from '../../features/feature-specs';
import { gradientBoosting, randomForest } from '../../trees';
import type { ChurnModel } from '../churn-model';
import { churnProbabilities } from '../churn-model';
import { RETURN_CHANCE } from '../derived-features';
import { featurePart, treesPart } from '../parts';
import type { QualityReport } from '../quality';

const ROWS = 600;

/** The features of a model with some of those of events. */
const featuresWith = (ofEvents: readonly string[] = []): string[] => [
  ...ORDER_FEATURES,
  ...ofEvents,
  RETURN_CHANCE.key,
];

/** Made-up customers: columns of a model's features, every seventh value unknown but for the chance to return. */
export function madeUpColumns(rows = ROWS, seed = 1, features = featuresWith()): Float64Array[] {
  const random = seededRandom(seed);
  return features.map((key, feature) =>
    Float64Array.from({ length: rows }, (_value, row) => {
      const value = random();
      if (key === RETURN_CHANCE.key) return 0.01 + 0.3 * value;
      if ((row + feature) % 7 === 0) return Number.NaN;
      return Math.round((EVENT_FEATURES.includes(key) ? 5 : 200) * value);
    }),
  );
}

/**
 * A whole model of a few small trees of both kinds and BG/NBD, learnt from made-up customers in a moment.
 *
 * @param ofEvents features of events that it has beside those of orders
 */
export async function smallModel(
  facts: Partial<ChurnModel['facts']> = {},
  ofEvents: readonly string[] = [],
): Promise<ChurnModel> {
  const features = featuresWith(ofEvents);
  const chance = features.indexOf(RETURN_CHANCE.key);
  const columns = madeUpColumns(ROWS, 1, features);
  const counts = columns.slice(ORDER_FEATURES.length, chance);
  const labels = Uint8Array.from({ length: ROWS }, (_, row) =>
    Number(columns[0]![row]! > 150 || row % 11 === 0 || counts.some((column) => column[row]! > 4)),
  );
  const forest = await randomForest.train({ columns, labels }, { trees: 6, maxDepth: 4, minLeaf: 5, seed: 2 });
  const boosted = await gradientBoosting.train({ columns, labels }, { rounds: 6, maxDepth: 3, minLeaf: 5, seed: 2 });
  const parts = [treesPart(forest, 0.35), treesPart(boosted, 0.35), featurePart('bgnbd', chance, 0.16, 0.3)];
  const calibration = { kind: 'platt', slope: 1.1, intercept: -0.4 } as const;
  return {
    facts: {
      id: 'churn-180-20260101-000000000',
      algorithm: 'blend',
      description: 'a small blend',
      trainedAt: '2026-01-01T00:00:00.000Z',
      generation: 'one',
      horizonDays: 180,
      knowsUntil: '2018-08-28',
      trainingCuts: ['2018-01-30', '2018-03-01'],
      trainingRows: ROWS,
      trees: 6,
      seed: 2,
      libraries: { churnwatch: '0.0.0' },
      ...facts,
    },
    features,
    parts,
    calibration,
    rhythm: { r: 0.5, alpha: 200, a: 0.8, b: 2.5 },
    value: {
      version: 1,
      method: 'shrunk-mean',
      meanOrderValue: 160,
      weightOfMean: 2,
      ordersPerReturn: 1.1,
      repeatCustomers: 40,
    },
    typical: Float64Array.from(features, (_, feature) => (feature === 2 ? Number.NaN : feature)),
    references: [...columns, churnProbabilities({ parts, calibration }, columns)].map((own) =>
      buildDriftReference(own),
    ),
    quality: QUALITY,
    gates: [{ gate: 'customers', required: 300, actual: ROWS, passed: true, hard: true, message: 'Enough customers.' }],
  };
}

const QUALITY: QualityReport = {
  testCut: '2018-03-01',
  customers: ROWS,
  returners: 60,
  metrics: [
    { model: 'model', metric: 'roc_auc', value: 0.7, low: 0.65, high: 0.75, better: 'higher' },
    { model: 'model', metric: 'pr_auc', value: 0.2, better: 'higher' },
    { model: 'model', metric: 'log_loss', value: 0.3, better: 'lower' },
  ],
  folds: [],
  calibration: [{ predicted: 0.9, observed: 0.91, low: 0.88, high: 0.94, customers: ROWS }],
  lift: [{ decile: 1, customers: 60, returners: 20, capturedShare: 0.33, lift: 3.3, returnRate: 0.33 }],
  confusion: {
    threshold: 0.2,
    truePositives: 20,
    falsePositives: 40,
    trueNegatives: 500,
    falseNegatives: 40,
    accuracy: 0.866,
    precision: 0.333,
    recall: 0.333,
    f1: 0.333,
  },
  importance: [],
  comparison: [],
};
