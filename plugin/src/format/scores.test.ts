import { formatDays, formatOdds, formatPoints, formatProbability } from './scores';

describe('probabilities', () => {
  it.each([
    [0.5, '50.0%'],
    [0.912, '91.2%'],
    [0.9914, '99.14%'],
    [0.0086, '0.86%'],
    [1, '100%'],
    [0, '0%'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('%s is written %s', (value, text) => {
    expect(formatProbability(value)).toBe(text);
  });
});

describe('odds', () => {
  it.each([
    [0.6234, '0.62×'],
    [1, '1.00×'],
    [12.4, '12×'],
    [undefined, '–'],
  ])('%s are written %s', (value, text) => {
    expect(formatOdds(value)).toBe(text);
  });
});

describe('percentage points', () => {
  it.each([
    [0.0042, 2, '+0.42'],
    [-0.013, 2, '−1.30'],
    [0.00001, 2, '±0.00'],
    [-0.2, 1, '−20.0'],
  ])('%d with %d decimals are written %s', (value, decimals, text) => {
    expect(formatPoints(value, decimals)).toBe(text);
  });
});

describe('days', () => {
  it.each([
    [1, '1 day'],
    [0, '0 days'],
    [1210.2, '1,210 days'],
    [null, '–'],
  ])('%s are written %s', (value, text) => {
    expect(formatDays(value)).toBe(text);
  });
});
