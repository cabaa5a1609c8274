import { axisOver } from './axis';

const textsOf = (values: number[], unit = '', fromZero = true) =>
  axisOver(values, unit, 'en', fromZero).ticks.map(({ text }) => text);

it('has round, even steps', () => {
  expect(textsOf([87_333, 433_000], 'currencyBRL')).toEqual([
    'R$ 0',
    'R$ 100k',
    'R$ 200k',
    'R$ 300k',
    'R$ 400k',
    'R$ 500k',
  ]);
  expect(textsOf([0.013, 0.046], 'percentunit')).toEqual(['0%', '1%', '2%', '3%', '4%', '5%']);
});

it.each([
  [[0.2, 5], 's', ['0 s', '1 s', '2 s', '3 s', '4 s', '5 s']],
  [[0.05, 0.4], 's', ['0 ms', '100 ms', '200 ms', '300 ms', '400 ms']],
  [[10, 300], 's', ['0 min', '1 min', '2 min', '3 min', '4 min', '5 min']],
  [[5, 90], 'h', ['0 d', '1 d', '2 d', '3 d', '4 d']],
  [[4_000_000, 12_000_000], 'decbytes', ['0 MB', '2.5 MB', '5.0 MB', '7.5 MB', '10.0 MB', '12.5 MB']],
])('writes all of %j in one unit', (values, unit, expected) => {
  expect(textsOf(values, unit)).toEqual(expected);
});

it('writes all of them in the unit of the last tick where that is a larger one', () => {
  expect(textsOf([850_000], 'currencyBRL').at(-1)).toBe('R$ 1.0M');
});

it('has no tick for a part of what is counted', () => {
  expect(textsOf([1, 3])).toEqual(['0', '1', '2', '3']);
  expect(textsOf([0, 12])).toEqual(['0', '5', '10', '15']);
});

it('looks at values from near only where they are close together and may', () => {
  expect(textsOf([0.974, 0.992], 'percentunit', false)).toEqual(['97.0%', '97.5%', '98.0%', '98.5%', '99.0%', '99.5%']);
  expect(textsOf([0.974, 0.992], 'percentunit', true)[0]).toBe('0%');
  expect(textsOf([0.2, 0.9], 'percentunit', false)[0]).toBe('0%');
});

it('reaches below 0 where values do, and over all of them', () => {
  const { low, high, ticks } = axisOver([-7_000, 7_200], '', 'en');
  expect(low).toBeLessThanOrEqual(-7_000);
  expect(high).toBeGreaterThanOrEqual(7_200);
  expect(ticks.map(({ text }) => text)).toContain('0');
});

it.each([[[0, 0]], [[]], [[5, 5]]])('has a length for %j', (values) => {
  const { low, high } = axisOver(values, '', 'en');
  expect(high - low).toBeGreaterThan(0);
  expect(Number.isFinite(high - low)).toBe(true);
});
