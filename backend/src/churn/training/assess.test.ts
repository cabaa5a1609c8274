import { fitPlatt } from '../calibration';
import { seededRandom } from '../evaluation';
import { ORDER_FEATURES } from '../features/feature-specs';
import { smallModel, madeUpColumns } from '../model/testing/small-model';
import type { ChurnModel } from '../model/churn-model';
import type { Metric, ScoredBy } from '../model/quality';
import { rawProbabilities } from '../model/churn-model';
import { RETURN_CHANCE } from '../model/derived-features';
import { assess, type Assessment } from './assess';
import { foldRow, type Judged } from './fold';

const CUSTOMERS = 900;
const THRESHOLD = 0.3;

let model: ChurnModel;
let judged: Judged;
let assessment: Assessment;
let probabilities: number[];
beforeAll(async () => {
  model = await smallModel();
  const columns = madeUpColumns(CUSTOMERS, 5);
  const random = seededRandom(8);
  const raw = rawProbabilities(model.parts, columns);
  judged = {
    matrix: {
      cut: '2018-03-01',
      horizonDays: 180,
      names: [...ORDER_FEATURES, RETURN_CHANCE.key],
      length: CUSTOMERS,
      customerKeys: Int32Array.from({ length: CUSTOMERS }, (_, row) => row),
      columns,
      returned: raw.reduce((labels, value, row) => {
        labels[row] = Number(random() < value);
        return labels;
      }, new Uint8Array(CUSTOMERS)),
    },
    scores: {
      model: raw,
      recency: columns[1]!.map((value) => (Number.isNaN(value) ? -1 : -value)),
      bgnbd: columns.at(-1)!,
    },
  };
  const calibration = fitPlatt(raw, judged.matrix.returned);
  const odds = (value: number): number => Math.log(value / (1 - value));
  probabilities = Array.from(
    raw,
    (value) => 1 / (1 + Math.exp(-(calibration.slope * odds(value) + calibration.intercept))),
  );
  const row = foldRow('test', 'test', judged, ['2017-08-01'], { ...model, rows: 10, returners: 3 });
  assessment = await assess({ fitted: model, judged, row }, calibration, THRESHOLD);
});

const metric = (name: Metric, by: ScoredBy = 'model'): number =>
  assessment.report.metrics.find((row) => row.model === by && row.metric === name)!.value;
const labels = (): number[] => [...judged.matrix.returned];
const rate = (): number => labels().reduce((sum, label) => sum + label, 0) / CUSTOMERS;

/** Share of pairs of a returner and a leaver in which the returner scores higher, ties counting half. */
function pairsInOrder(scores: ArrayLike<number>): number {
  let right = 0;
  let pairs = 0;
  labels().forEach((label, i) => {
    if (label === 0) return;
    labels().forEach((other, j) => {
      if (other === 1) return;
      pairs++;
      right += scores[i]! > scores[j]! ? 1 : Number(scores[i] === scores[j]) / 2;
    });
  });
  return right / pairs;
}

test('ROC-AUC of the model and its rivals is the share of pairs in the right order', () => {
  const returners = labels().filter((label) => label === 1).length;
  expect(returners).toBeGreaterThan(50);
  expect(metric('roc_auc')).toBeCloseTo(pairsInOrder(probabilities), 10);
  expect(metric('roc_auc', 'recency')).toBeCloseTo(pairsInOrder(judged.scores.recency), 10);
  expect(metric('roc_auc', 'bgnbd')).toBeCloseTo(pairsInOrder(judged.scores.bgnbd), 10);
  expect(assessment.rocAuc.value).toBe(metric('roc_auc'));
}, 30_000);

test('Brier score, its skill and log loss are those of the calibrated probabilities', () => {
  const mean = (loss: (p: number, label: number) => number): number =>
    labels().reduce((sum, label, row) => sum + loss(probabilities[row]!, label), 0) / CUSTOMERS;
  const brier = mean((p, label) => (p - label) ** 2);
  expect(metric('brier')).toBeCloseTo(brier, 10);
  expect(metric('brier_skill')).toBeCloseTo(1 - brier / (rate() * (1 - rate())), 10);
  expect(metric('log_loss')).toBeCloseTo(
    mean((p, label) => -Math.log(label === 1 ? p : 1 - p)),
    10,
  );
});

test('the confusion matrix counts who reaches the threshold', () => {
  const count = (predicted: boolean, label: number): number =>
    labels().filter((own, row) => own === label && probabilities[row]! >= THRESHOLD === predicted).length;
  const [tp, fp, tn, fn] = [count(true, 1), count(true, 0), count(false, 0), count(false, 1)];
  expect(assessment.report.confusion).toMatchObject({
    threshold: THRESHOLD,
    truePositives: tp,
    falsePositives: fp,
    trueNegatives: tn,
    falseNegatives: fn,
  });
  const { accuracy, precision, recall, f1 } = assessment.report.confusion;
  expect(accuracy).toBeCloseTo((tp + tn) / CUSTOMERS, 12);
  expect(precision).toBeCloseTo(tp / (tp + fp), 12);
  expect(recall).toBeCloseTo(tp / (tp + fn), 12);
  expect(f1).toBeCloseTo((2 * tp) / (2 * tp + fp + fn), 12);
});

test('deciles add up to all customers and returners, and lift is that of all deciles so far', () => {
  const { lift, customers, returners } = assessment.report;
  expect([customers, returners]).toEqual([CUSTOMERS, labels().filter((label) => label === 1).length]);
  let seen = 0;
  let found = 0;
  for (const row of lift) {
    seen += row.customers;
    found += row.returners;
    expect(row.capturedShare).toBeCloseTo(found / returners, 10);
    expect(row.lift).toBeCloseTo(found / seen / rate(), 10);
    expect(row.returnRate).toBeCloseTo(row.returners / row.customers, 10);
  }
  expect(seen).toBe(CUSTOMERS);
  expect(lift[0]!.lift).toBeCloseTo(metric('lift_at_10'), 10);
  expect(metric('captured_at_10')).toBeCloseTo(lift[0]!.capturedShare, 10);
});

test('the calibration curve speaks of churn: ascending, between its bounds, everyone in it once', () => {
  const { calibration } = assessment.report;
  const predicted = calibration.map((row) => row.predicted);
  expect(predicted).toEqual([...predicted].sort((a, b) => a - b));
  const mean = calibration.reduce((sum, row) => sum + row.observed * row.customers, 0) / CUSTOMERS;
  expect(mean).toBeCloseTo(1 - rate(), 10);
  for (const { observed, low, high } of calibration) expect(low <= observed && observed <= high).toBe(true);
});

test('every feature has an importance, the largest first: what the labels were made of', () => {
  const { importance } = assessment.report;
  expect(importance.map(({ feature }) => feature).sort()).toEqual([...model.features].sort());
  const values = importance.map((row) => row.importance);
  expect(values).toEqual([...values].sort((a, b) => b - a));
  expect(importance[0]!.importance).toBeGreaterThan(0);
  expect(importance[0]!.feature).toBe('recency_days');
});
