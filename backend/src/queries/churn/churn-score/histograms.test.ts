import { moneyEdges, recencyEdges } from './histograms';

const ascends = (edges: number[]) => edges.every((edge, i) => i === 0 || edge > (edges[i - 1] ?? 0));

describe('buckets of recency', () => {
  it('are months, the first from today on and the last holding who bought longest ago', () => {
    expect(recencyEdges(95)).toEqual([0, 30, 60, 90]);
    expect(recencyEdges(0)).toEqual([0]);
  });

  it('hold several months each where the history is long', () => {
    const edges = recencyEdges(5_000);
    expect(edges.length).toBeLessThanOrEqual(30);
    expect(edges[1]).toBe(180);
    expect(5_000 - (edges.at(-1) ?? 0)).toBeLessThan(180);
  });
});

describe('buckets of money', () => {
  it('begin at 0 and at round sums between what few pay less and few pay more than', () => {
    expect(moneyEdges(22, 1_200)).toEqual([0, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000]);
  });

  it.each([
    [0, 0],
    [0, 0.5],
    [100, 100],
    [1e-9, 1e12],
  ])('ascend from 0 also between %d and %d', (low, high) => {
    const edges = moneyEdges(low, high);
    expect(edges[0]).toBe(0);
    expect(ascends(edges)).toBe(true);
  });
});
