import { newcombe, wilson } from './intervals';

describe('intervals', () => {
  // Newcombe 1998, Statistics in Medicine 17, 857-872, table I (method 3) and 873-890, table II (method 10).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of a share: %d of %d', (hits, customers, lower, upper) => {
    const own = wilson({ hits, customers });
    expect(own.lower).toBeCloseTo(lower, 4);
    expect(own.upper).toBeCloseTo(upper, 4);
  });

  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [10, 10, 0, 10, 1, 0.6075, 1],
  ])('of a difference: %d of %d less %d of %d', (hits, customers, otherHits, others, difference, lower, upper) => {
    const own = newcombe({ hits, customers }, { hits: otherHits, customers: others });
    expect(own.difference).toBeCloseTo(difference, 4);
    expect(own.lower).toBeCloseTo(lower, 4);
    expect(own.upper).toBeCloseTo(upper, 4);
  });
});
