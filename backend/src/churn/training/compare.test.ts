import type { ChurnModel } from '../model/churn-model';
import { smallModel } from '../model/testing/small-model';
import { servingAfter, type Comparison } from './compare';
import { decide } from './decide';

let champion: ChurnModel;
let winner: ChurnModel;
beforeAll(async () => {
  champion = await smallModel({ id: 'churn-180-old', generation: 'one' });
  winner = { ...champion, facts: { ...champion.facts, id: 'churn-180-new', generation: 'one' } };
});

const { rows } = decide([{ model: 'blend', rocAuc: 0.6, prAuc: 0.03, logLoss: 0.1, seconds: 1 }], 0.01);
const comparison = (staysChampion: boolean): Comparison => ({ rows, margin: 0.01, staysChampion, winner });

test('a champion that nobody beat stays as it is, with the comparison in its report', () => {
  const serving = servingAfter(comparison(true), champion, 'one');
  expect(serving).toEqual({ ...champion, quality: { ...champion.quality, comparison: rows } });
});

test('a challenger that won serves', () => {
  expect(servingAfter(comparison(false), champion, 'one')).toBe(winner);
});

test('a champion of other data makes way for the one of this data, and so does none', () => {
  expect(servingAfter(comparison(true), champion, 'two')).toBe(winner);
  expect(servingAfter(comparison(true), undefined, 'one')).toBe(winner);
});
