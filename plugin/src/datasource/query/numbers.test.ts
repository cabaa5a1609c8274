import { formatNumbers, numbersProblem, parseNumbers } from './numbers';

describe('numbers by name', () => {
  it.each([
    ['recency_days = 30, frequency = 2', { recency_days: 30, frequency: 2 }],
    ['monetary: 12.5;', { monetary: 12.5 }],
    ['mean_days_late=-3', { mean_days_late: -3 }],
    ['frequency = $times', { frequency: '$times' }],
  ])('%s is read', (text, object) => {
    expect(parseNumbers(text)).toEqual(object);
    expect(numbersProblem(text)).toBeUndefined();
  });

  it('are written as they are read', () => {
    expect(formatNumbers({ recency_days: 30, frequency: '$times' })).toBe('recency_days = 30, frequency = $times');
    expect(parseNumbers(formatNumbers({ a: 1, b: 2.5 }))).toEqual({ a: 1, b: 2.5 });
  });

  it.each([undefined, null, 'text', [1, 2], 7])('%j is nothing', (value) => {
    expect(formatNumbers(value)).toBe('');
  });

  it('nothing written is no object', () => {
    expect(parseNumbers('  ')).toBeUndefined();
    expect(numbersProblem(' , ')).toBeUndefined();
  });

  it.each([
    ['30', '"30" is no pair. Write pairs such as recency_days = 30, frequency = 2.'],
    ['recency_days = soon', 'recency_days must be a number, not "soon".'],
    ['recency_days = Infinity', 'recency_days must be a number, not "Infinity".'],
    ['a = 1, a = 2', 'a is there twice.'],
  ])('%s: %s', (text, problem) => {
    expect(numbersProblem(text)).toBe(problem);
  });
});
