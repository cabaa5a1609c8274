import type { ServedModel } from '../../../churn/scoring/scored';
import { count, longDay, share } from '../../wording';
import type { CellKind, CellRow } from '../cells';

export const FACT_COLUMNS: Record<string, CellKind> = { fact: 'text', value: 'text' };

/** What is to be known of a model, for people: one fact per row. */
export function factRows({ facts, quality, baseRate, features }: ServedModel): CellRow[] {
  const rows: [fact: string, value: string][] = [
    ['Model', facts.id],
    ['Algorithm', facts.algorithm],
    ['Trained at', `${longDay(facts.trainedAt.slice(0, 10))} ${facts.trainedAt.slice(11, 16)} UTC`],
    ['Trained on data generation', facts.generation],
    ['Predicts', `no purchase within ${count(facts.horizonDays)} days`],
    ['Training knows what happened until', longDay(facts.knowsUntil)],
    ['Training cuts', facts.trainingCuts.map((day) => longDay(day)).join(', ')],
    ['Training rows', count(facts.trainingRows)],
    ['Features', count(features.length)],
    ['Trees', count(facts.trees)],
    ['Seed', String(facts.seed)],
    ['Average churn probability', share(baseRate)],
    ['Tested as of', longDay(quality.testCut)],
    ['Customers in the test', count(quality.customers)],
    ['Of them came back', count(quality.returners)],
    ['Predicted to return from a probability of', share(quality.confusion.threshold)],
    ['Accuracy at that threshold', share(quality.confusion.accuracy)],
    ['Precision at that threshold', share(quality.confusion.precision)],
    ['Recall at that threshold', share(quality.confusion.recall)],
    ['F1 at that threshold', quality.confusion.f1.toFixed(3)],
    [
      'Libraries',
      Object.entries(facts.libraries)
        .map((pair) => pair.join(' '))
        .join(', '),
    ],
  ];
  return rows.map(([fact, value]) => ({ fact, value }));
}
