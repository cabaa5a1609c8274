import fc from 'fast-check';
import { findRegularTrade } from './calendar';

const days = (count: number, purchases: number) => Array.from({ length: count }, () => purchases);

test('steady trade is regular from the first day to the last', () => {
  expect(findRegularTrade(days(100, 20))).toEqual({ first: 0, last: 99 });
});

test('one single purchase is a day of regular trade', () => {
  expect(findRegularTrade([1])).toEqual({ first: 0, last: 0 });
});

test('a tail below a tenth of the usual is cut off', () => {
  expect(findRegularTrade([...days(100, 30), 3, 2, 2, 1, 0, 1])).toEqual({ first: 0, last: 100 });
});

test('the median counts every one of the 56 days before, also those without a purchase', () => {
  // 28 days of 100 and 28 of 0 have the median 50: 5 purchases are a tenth of it, 4 are not.
  const before = [...days(60, 0).map((_, day) => (day % 2 === 0 ? 100 : 0))];
  expect(findRegularTrade([...before, 5]).last).toBe(60);
  expect(findRegularTrade([...before, 4]).last).toBe(58);
});

test('days before the data count as none', () => {
  // With only 20 days of data the median of 56 days is 0, so one purchase is enough.
  expect(findRegularTrade([...days(20, 1000), 1]).last).toBe(20);
});

test('trade starts after a gap of more than seven days, where little was sold before', () => {
  expect(findRegularTrade([5, 5, ...days(8, 0), ...days(50, 5)])).toEqual({ first: 10, last: 59 });
  expect(findRegularTrade([5, 5, ...days(7, 0), ...days(50, 5)])).toEqual({ first: 0, last: 58 });
});

test('the first day has a purchase', () => {
  expect(findRegularTrade([0, 0, 1, 1]).first).toBe(2);
  expect(findRegularTrade([1, ...days(8, 0), 1, 0, 0, ...days(20, 1)]).first).toBe(9);
});

test('a closure in the midst of trade discards nothing that came before it', () => {
  expect(findRegularTrade([...days(490, 20), ...days(8, 0), ...days(100, 20)])).toEqual({ first: 0, last: 597 });
  expect(findRegularTrade([...days(100, 20), ...days(60, 0), ...days(300, 20)]).first).toBe(0);
});

test('a trial start is left out although the shop closed later, and so is one with gaps of its own', () => {
  const trade = [...days(200, 20), ...days(10, 0), ...days(200, 20)];
  expect(findRegularTrade([3, 1, ...days(16, 0), ...trade]).first).toBe(18);
  expect(findRegularTrade([3, ...days(9, 0), 5, ...days(70, 0), 1, ...days(12, 0), ...trade]).first).toBe(94);
});

test('less than a twentieth of the purchases is little', () => {
  const after = [...days(8, 0), ...days(19, 1)];
  expect(findRegularTrade([1, ...after]).first).toBe(0);
  expect(findRegularTrade([1, ...after, 1]).first).toBe(9);
});

test('no purchase at all is refused', () => {
  expect(() => findRegularTrade([])).toThrow(RangeError);
  expect(() => findRegularTrade([0, 0])).toThrow(RangeError);
});

test('both days have purchases and lie in order; scaling all days by the same factor changes nothing', () => {
  const purchases = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(
      purchases.filter((all) => all.some((count) => count > 0)),
      fc.integer({ min: 2, max: 9 }),
      (all, factor) => {
        const found = findRegularTrade(all);
        expect(found.first).toBeLessThanOrEqual(found.last);
        expect(all[found.first]).toBeGreaterThan(0);
        expect(all[found.last]).toBeGreaterThan(0);
        expect(findRegularTrade(all.map((count) => count * factor))).toEqual(found);
      },
    ),
  );
});

test('a straggler long after trade has ended is no regular day, one that the data begins with is', () => {
  expect(findRegularTrade([...days(100, 30), ...days(60, 0), 1])).toEqual({ first: 0, last: 99 });
  expect(findRegularTrade([1, ...days(80, 0), 1]).last).toBe(0);
});
