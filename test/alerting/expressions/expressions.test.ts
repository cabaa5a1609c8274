import { math } from './math';
import { reduce } from './reduce';
import { threshold } from './threshold';
import type { Value } from './values';

const number = (value: number | null, labels = {}): Value => ({ labels, value });
const results = (values: Record<string, Value[]>) => new Map(Object.entries(values));

describe('math', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ** 3 ** 2', 64],
    ['10 - 2 - 3', 5],
    ['-$a + 1', -4],
    ['!($a > 3) || $a == 5', 1],
    ['abs(0 - $a) ** 0.5', Math.sqrt(5)],
    ['$a >= 5 && $a < 6', 1],
    ['${a} / 2', 2.5],
  ])('%s is %d', (expression, expected) => {
    expect(math(expression, results({ a: [number(5)] }))).toEqual([number(expected)]);
  });

  it('joins what has equal labels, or what has more of them, and leaves out the rest', () => {
    const share = [number(0.2, { segment: 'New' }), number(0.4, { segment: 'Lost' })];
    const count = [
      number(10, { segment: 'New' }),
      number(30, { segment: 'Lost', state: 'SP' }),
      number(1, { segment: 'Loyal' }),
    ];
    expect(math('$share * $count', results({ share, count }))).toEqual([
      number(2, { segment: 'New' }),
      number(12, { segment: 'Lost', state: 'SP' }),
    ]);
  });

  it('keeps what is missing, and makes no decision of what is not a number', () => {
    expect(math('$a + 1', results({ a: [number(null)] }))).toEqual([number(null)]);
    expect(math('$a > 1', results({ a: [number(Number.NaN)] }))).toEqual([number(Number.NaN)]);
    expect(math('0 && $a', results({ a: [number(Number.NaN)] }))).toEqual([number(0)]);
  });

  it('goes through series point by point', () => {
    const series: Value = { labels: {}, points: [1, null, 3] };
    expect(math('$s * $s', results({ s: [series] }))).toEqual([{ labels: {}, points: [1, null, 9] }]);
    expect(math('$s + $a', results({ s: [series], a: [number(1)] }))).toEqual([{ labels: {}, points: [2, null, 4] }]);
  });

  it.each(['$a +', '1 2', '(1', 'sin(1)', '$b', '1 # 2', ''])('%j is refused', (expression) => {
    expect(() => math(expression, results({ a: [number(5)] }))).toThrow();
  });
});

it('reduces what is a number, and nothing to "missing"', () => {
  const series: Value = { labels: { a: 'b' }, points: [1, null, Number.NaN, 3] };
  const reduced = (reducer: string) => reduce(reducer, [series])[0]?.value;
  expect(['count', 'last', 'max', 'mean', 'min', 'sum'].map(reduced)).toEqual([2, 3, 3, 2, 1, 4]);
  expect(reduce('last', [{ labels: {}, points: [] }])).toEqual([number(null)]);
  expect(() => reduce('mode', [series])).toThrow('no reducer mode');
});

it('compares numbers with a threshold, and leaves what is missing missing', () => {
  const values = [number(1), number(2), number(3), number(null)];
  const tested = (type: string, ...params: number[]) => threshold({ type, params }, values).map(({ value }) => value);
  expect(tested('gt', 2)).toEqual([0, 0, 1, null]);
  expect(tested('lte', 2)).toEqual([1, 1, 0, null]);
  expect(tested('outside_range', 2, 3)).toEqual([1, 0, 0, null]);
  expect(() => tested('near', 2)).toThrow('no evaluator near');
  expect(() => threshold({ type: 'gt', params: [1] }, [{ labels: {}, points: [1] }])).toThrow('must be reduced');
});
