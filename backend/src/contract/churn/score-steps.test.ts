import { scoreSteps } from './score-steps';

const reason = (feature: string, contribution: number) => ({ feature, contribution });

const sumOf = ({ base, steps }: ReturnType<typeof scoreSteps>) =>
  base + steps.reduce((sum, { shown }) => sum + shown, 0);

describe('the way from the average customer to this one', () => {
  it('goes feature by feature, each from where the one before ended', () => {
    const rows = [reason('a', 0.1), reason('b', -0.04)];
    const { steps, others } = scoreSteps(0.56, 0.5, rows, 6);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0.5, 0.6],
      [0.6, expect.closeTo(0.56)],
    ]);
    expect(others).toBe(0);
  });

  it('sums up all but the heaviest', () => {
    const rows = [0.1, 0.05, 0.02, 0.01].map((share, index) => reason(`f${index}`, share));
    const result = scoreSteps(0.68, 0.5, rows, 2);
    expect(result.steps.map(({ reason: one, shown }) => [one?.feature, shown])).toEqual([
      ['f0', 0.1],
      ['f1', 0.05],
      [undefined, expect.closeTo(0.03)],
    ]);
    expect(result.others).toBe(2);
  });

  it('shows a lone other by its name', () => {
    const rows = [reason('a', 0.1), reason('b', 0.05), reason('c', 0.01)];
    expect(scoreSteps(0.66, 0.5, rows, 2).steps.map(({ reason: one }) => one?.feature)).toEqual(['a', 'b', 'c']);
  });

  it.each([1, 2, 6])('adds up as it is shown, with %d features one by one', (count) => {
    const shares = [0.03333, 0.02222, -0.01111, 0.00777, 0.00444, -0.00333, 0.00111];
    const churn = shares.reduce((sum, share) => sum + share, 0.91234);
    const rows = shares.map((share, index) => reason(`f${index}`, share));
    const result = scoreSteps(churn, 0.91234, rows, count);
    expect(sumOf(result)).toBeCloseTo(result.total, 9);
    expect(result.total).toBeCloseTo(churn, 4);
  });

  it('gives what rounding leaves to the heaviest when there are no others', () => {
    const rows = [0.00014, 0.00014, 0.00014].map((share, index) => reason(`f${index}`, share));
    const result = scoreSteps(0.90042, 0.9, rows, 6);
    expect(sumOf(result)).toBeCloseTo(result.total, 9);
  });

  it.each([
    [0.3, 1],
    [0.01, 2],
    [0.0004, 3],
  ])('uses as many decimals as a change of %d needs: %d', (change, decimals) => {
    expect(scoreSteps(0.5 + change, 0.5, [reason('a', change)], 6).decimals).toBe(decimals);
  });
});
