import type { Augurs } from '../augurs/library';
import { orderedOptimizer } from './ordered-optimizer';

type Optimize = Augurs['optimizer']['optimize'];

/** An "optimiser" whose fit depends on the order in which it is given the regressors. */
const optimize: Optimize = (init, json) => {
  const { X, sigmas } = JSON.parse(json) as { X: number[][]; sigmas: number[] };
  const beta = Float64Array.from(sigmas, (sigma, place) => 1000 * place + 10 * sigma + X[0]![place]!);
  const logs = { debug: '', info: '', warn: '', error: '', fatal: '' };
  return { logs, params: { ...init, beta, trend: new Float64Array(X.length) } };
};

const init = { k: 1, m: 0, delta: new Float64Array(0), beta: new Float64Array(3), sigmaObs: 1 };

function betaOf(columns: number[]): number[] {
  const X = [[1, 0, 0].map((_, place) => [5, 0, 0][columns[place]!]!), columns.map((column) => [0, 7, 0][column]!)];
  const data = { X, sigmas: columns.map((column) => column + 1), s_a: [1, 1, 1], s_m: [0, 0, 0] };
  const { params } = orderedOptimizer({ optimize }).optimize(init, JSON.stringify(data), {});
  return columns.map((_, column) => params.beta[columns.indexOf(column)]!);
}

test('each regressor gets its own coefficient, the same in whatever order they come', () => {
  const inOrder = betaOf([0, 1, 2]);
  expect(inOrder).toEqual([15, 1020, 2030]);
  for (const columns of [
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])
    expect(betaOf(columns)).toEqual(inOrder);
});
