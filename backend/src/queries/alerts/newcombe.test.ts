import { newcombe } from './newcombe';

describe('the interval of a difference of shares', () => {
  // Newcombe 1998, Statistics in Medicine 17, 873-890, table II (method 10).
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [10, 10, 0, 10, 1, 0.6075, 1],
  ])('is as published: %d of %d less %d of %d', (hits, customers, otherHits, others, difference, lower, upper) => {
    const own = newcombe({ hits, customers }, { hits: otherHits, customers: others });
    expect(own.difference).toBeCloseTo(difference, 4);
    expect(own.lower).toBeCloseTo(lower, 4);
    expect(own.upper).toBeCloseTo(upper, 4);
  });
});
