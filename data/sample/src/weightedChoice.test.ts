import { Random } from './random';
import { WeightedChoice } from './weightedChoice';

describe('WeightedChoice', () => {
  it('draws each index as often as its weight says', () => {
    const weights = [5, 0, 1, 3, 0.5, 0.5];
    const choice = new WeightedChoice(weights);
    const random = new Random().reseed(1, 1, 1);
    const counts = weights.map(() => 0);
    for (let draw = 0; draw < 50_000; draw += 1) {
      const index = choice.draw(random);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    weights.forEach((weight, index) => {
      expect(Math.abs((counts[index] ?? 0) / 50_000 - weight / 10)).toBeLessThan(0.01);
    });
    expect(counts[1]).toBe(0);
  });

  it('always draws the only one', () => {
    expect(new WeightedChoice([0, 0, 2]).draw(new Random())).toBe(2);
  });

  it.each([[[]], [[0, 0]]])('refuses weights without a sum: %j', (weights) => {
    expect(() => new WeightedChoice(weights)).toThrow('positive sum');
  });
});
