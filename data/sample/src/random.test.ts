import { mix32, Random } from './random';

const DRAWS = 40_000;

function momentsOf(draw: () => number): { mean: number; variance: number } {
  const values = Array.from({ length: DRAWS }, draw);
  const mean = values.reduce((sum, x) => sum + x, 0) / DRAWS;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / DRAWS };
}

describe('Random', () => {
  it("gives the reference implementation's numbers", () => {
    const random = Random.fromState(1, 2, 3, 4);
    const expected = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ];
    expect(expected.map(() => random.next())).toEqual(expected);
  });

  it('starts a stream again from its name alone', () => {
    const random = new Random();
    const first = [random.reseed(7, 1, 5).normal(), random.normal(), random.uniform()];
    random.reseed(7, 1, 6).normal();
    expect([random.reseed(7, 1, 5).normal(), random.normal(), random.uniform()]).toEqual(first);
  });

  it.each([
    [8, 1, 5, 0],
    [7, 2, 5, 0],
    [7, 1, 6, 0],
    [7, 1, 5, 1],
  ])('another stream (%p, %p, %p, %p) gives other numbers', (seed, stream, first, second) => {
    const one = new Random().reseed(7, 1, 5, 0);
    const other = new Random().reseed(seed, stream, first, second);
    expect(Array.from({ length: 8 }, () => other.next())).not.toEqual(Array.from({ length: 8 }, () => one.next()));
  });

  it('first draws of neighbouring streams are spread evenly', () => {
    const random = new Random();
    let person = 0;
    const { mean, variance } = momentsOf(() => random.reseed(1, 1, (person += 1)).uniform());
    expect(mean).toBeCloseTo(0.5, 1.7);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it('draws integers below a bound, each of them', () => {
    const random = new Random().reseed(1, 1, 1);
    const seen = new Set(Array.from({ length: 500 }, () => random.below(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['exponential', 1, 1],
    ['normal', 0, 1],
  ] as const)('%s has its mean and variance', (name, mean, variance) => {
    const random = new Random().reseed(3, 1, 1);
    const moments = momentsOf(() => random[name]());
    expect(Math.abs(moments.mean - mean)).toBeLessThan(0.03);
    expect(Math.abs(moments.variance - variance)).toBeLessThan(0.06);
  });

  it.each([0.8, 1, 3])('gamma of shape %p has mean 1 and variance 1/shape', (shape) => {
    const random = new Random().reseed(4, 1, 1);
    const moments = momentsOf(() => random.gamma(shape));
    expect(Math.abs(moments.mean - 1)).toBeLessThan(0.03);
    expect(Math.abs(moments.variance * shape - 1)).toBeLessThan(0.08);
  });

  it('lognormal has its median', () => {
    const random = new Random().reseed(5, 1, 1);
    const values = Array.from({ length: 9999 }, () => random.lognormal(80, 0.9)).sort((a, b) => a - b);
    expect(Math.abs((values[4999] ?? 0) / 80 - 1)).toBeLessThan(0.05);
  });

  it('refuses to pick from nothing', () => {
    expect(() => new Random().pick([])).toThrow(RangeError);
  });

  it('mix32 keeps distinct numbers distinct', () => {
    expect(new Set(Array.from({ length: 50_000 }, (_, index) => mix32(index * 7919))).size).toBe(50_000);
  });
});
