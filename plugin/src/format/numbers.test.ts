import { formatCount, formatCountShort, formatMoney, formatMoneyExact, formatShare } from './numbers';

describe('money', () => {
  it.each([
    [0, 'R$ 0.00'],
    [137.754, 'R$ 137.75'],
    [999.99, 'R$ 999.99'],
    [1000, 'R$ 1.0k'],
    [15_739_137.01, 'R$ 15.7M'],
    [999_960, 'R$ 1.0M'],
    [2_500_000_000, 'R$ 2.5B'],
    [-1500, '-R$ 1.5k'],
  ])('%d is shortened to %s', (value, text) => {
    expect(formatMoney(value)).toBe(text);
  });

  it('is exact to the cent where asked', () => {
    expect(formatMoneyExact(15_739_137.01)).toBe('R$ 15,739,137.01');
    expect(formatMoneyExact(-2)).toBe('-R$ 2.00');
  });
});

describe('counts and shares', () => {
  it('writes counts whole and short', () => {
    expect(formatCount(94_990)).toBe('94,990');
    expect(formatCountShort(94_990)).toBe('95.0k');
    expect(formatCountShort(950)).toBe('950');
  });

  it('writes shares with one decimal', () => {
    expect(formatShare(0.59913)).toBe('59.9%');
    expect(formatShare(1)).toBe('100.0%');
    expect(formatShare(0)).toBe('0.0%');
  });

  it('does not round a trace to nothing', () => {
    expect(formatShare(0.0003)).toBe('<0.1%');
    expect(formatShare(0.0005)).toBe('0.1%');
  });

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('writes a dash for %s', (value) => {
    expect([formatMoney(value), formatMoneyExact(value), formatCount(value), formatCountShort(value)]).toEqual(
      Array(4).fill('–'),
    );
    expect(formatShare(value)).toBe('–');
  });
});
