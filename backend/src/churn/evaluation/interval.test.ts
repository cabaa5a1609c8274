import { wilsonInterval } from './interval';

describe('the interval of a share', () => {
  // Newcombe 1998, Statistics in Medicine 17, 857-872, table I (method 3).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is as published: %d of %d', (successes, trials, low, high) => {
    const own = wilsonInterval(successes, trials);
    expect(own.low).toBeCloseTo(low, 4);
    expect(own.high).toBeCloseTo(high, 4);
  });

  it('is everything where nothing is known', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
