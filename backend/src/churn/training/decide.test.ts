import { decide, type Contender } from './decide';

const made = (model: string, rocAuc: number, prAuc = 0.03): Contender => ({
  model,
  rocAuc,
  prAuc,
  logLoss: 0.06,
  seconds: 1,
});
const verdicts = (contenders: Contender[], margin = 0.01): string[] =>
  decide(contenders, margin).rows.map(({ verdict }) => verdict);

test('the champion stays when no challenger is better by the margin', () => {
  const contenders = [made('blend', 0.62), made('forest', 0.6299), made('boosting', 0.5)];
  expect(decide(contenders, 0.01).winner).toBe(0);
  expect(verdicts(contenders)).toEqual([
    'stays champion',
    'not better by 0.01 in ROC-AUC with as good a PR-AUC',
    'not better by 0.01 in ROC-AUC with as good a PR-AUC',
  ]);
});

test('the best of the challengers that are better by the margin wins', () => {
  const contenders = [made('blend', 0.6), made('forest', 0.65), made('boosting', 0.64)];
  expect(decide(contenders, 0.01).winner).toBe(1);
  expect(decide([contenders[0]!, contenders[2]!, contenders[1]!], 0.01).winner).toBe(2);
  expect(verdicts(contenders)).toEqual([
    'is replaced',
    'becomes champion',
    'better, but another challenger is better still',
  ]);
});

test('a worse PR-AUC of returning rules a challenger out, an equal one does not', () => {
  expect(decide([made('blend', 0.6, 0.03), made('forest', 0.7, 0.0299)], 0.01).winner).toBe(0);
  expect(decide([made('blend', 0.6, 0.03), made('forest', 0.7, 0.03)], 0.01).winner).toBe(1);
});

test('without a margin an equal challenger does not replace the champion', () => {
  expect(decide([made('blend', 0.6), made('forest', 0.6)], 0).winner).toBe(0);
  expect(decide([made('blend', 0.6), made('forest', 0.6001)], 0).winner).toBe(1);
});

test('a challenger without metrics never wins, against a champion without any the first that has some does', () => {
  const [nothing, good] = [made('blend', Number.NaN, Number.NaN), made('forest', 0.55)];
  expect(decide([good, nothing], 0.01).winner).toBe(0);
  expect(decide([nothing, good], 0.01).winner).toBe(1);
});

test('roles and figures are passed on, in the order given', () => {
  const { rows } = decide([made('blend', 0.62), made('forest', 0.6)], 0.01);
  expect(rows.map(({ model, role, rocAuc }) => [model, role, rocAuc])).toEqual([
    ['blend', 'champion', 0.62],
    ['forest', 'challenger', 0.6],
  ]);
});

test('nothing to compare is told', () => {
  expect(() => decide([], 0.01)).toThrow(new RangeError('There are no models to compare.'));
});
