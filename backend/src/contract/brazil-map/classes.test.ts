import { classesOf, classOf, CLASS_METHODS, MOST_CLASSES } from './classes';

const SKEWED = [10, 20, 30, 40, 50, 60, 70, 80, 90, 10_000];

describe('classes of values', () => {
  it('hold about as many values each when they are quantiles', () => {
    expect(classesOf(SKEWED, 'quantiles')).toEqual([
      { from: 10, to: 20 },
      { from: 30, to: 40 },
      { from: 50, to: 60 },
      { from: 70, to: 80 },
      { from: 90, to: 10_000 },
    ]);
  });

  it('are as wide as each other when they are steps, without empty ones', () => {
    expect(classesOf(SKEWED, 'steps')).toEqual([
      { from: 10, to: 90 },
      { from: 10_000, to: 10_000 },
    ]);
  });

  it('are as many times as large as the one before when they are powers', () => {
    expect(classesOf([1, 5, 20, 90, 400, 1_024], 'powers')).toEqual([
      { from: 1, to: 1 },
      { from: 5, to: 5 },
      { from: 20, to: 20 },
      { from: 90, to: 90 },
      { from: 400, to: 1_024 },
    ]);
  });

  it('are powers of themselves where one value dwarfs the others', () => {
    expect(classesOf(SKEWED, 'auto')).toEqual(classesOf(SKEWED, 'powers'));
    expect(classesOf([0.1, 0.2, 0.3], 'auto')).toEqual(classesOf([0.1, 0.2, 0.3], 'quantiles'));
    expect(classesOf([0, 0, 500], 'auto')).toEqual(classesOf([0, 0, 500], 'quantiles'));
  });

  it.each(CLASS_METHODS)('are as few as there are different values: %s', (method) => {
    expect(classesOf([], method)).toEqual([]);
    expect(classesOf([7, 7], method)).toEqual([{ from: 7, to: 7 }]);
    expect(classesOf([1, 2, 2], method)).toHaveLength(2);
  });

  it.each(CLASS_METHODS)('hold every value, each once, in order: %s', (method) => {
    const values = Array.from({ length: 40 }, (_, n) => (n * 7_919) % 1_013);
    const classes = classesOf(values, method);
    expect(classes.length).toBeLessThanOrEqual(MOST_CLASSES);
    for (const value of values) {
      const { from, to } = classes[classOf(value, classes)] ?? { from: Infinity, to: -Infinity };
      expect(value >= from && value <= to).toBe(true);
    }
  });
});
