import fc from 'fast-check';
import { readColumn } from '../contract';
import { boolColumn, numberColumn, textColumn, timeColumn } from './build-column';

const cells = <T>(cell: fc.Arbitrary<T>) => fc.array(fc.option(cell), { maxLength: 40 });

describe('columns from lists keep every value and every gap', () => {
  it('numbers', () => {
    fc.assert(fc.property(cells(fc.double()), (list) => expect(readColumn(numberColumn('n', list))).toEqual(list)));
  });

  it('texts', () => {
    const texts = cells(fc.string({ unit: 'grapheme' }));
    fc.assert(fc.property(texts, (list) => expect(readColumn(textColumn('t', list))).toEqual(list)));
  });

  it('booleans', () => {
    fc.assert(fc.property(cells(fc.boolean()), (list) => expect(readColumn(boolColumn('b', list))).toEqual(list)));
  });

  it('times in milliseconds, before 1970 too', () => {
    const ms = fc.integer({ min: -9_223_372_036_854, max: 9_223_372_036_854 });
    fc.assert(
      fc.property(cells(ms), (list) => {
        const expected = list.map((one) => (one === null ? null : BigInt(one) * 1_000_000n));
        expect(readColumn(timeColumn('t', list))).toEqual(expected);
      }),
    );
  });
});

it('takes undefined for a gap', () => {
  const column = numberColumn('n', [1, undefined]);
  expect(column.nullCount).toBe(1);
  expect(readColumn(column)).toEqual([1, null]);
});

it('has no mask where nothing is missing', () => {
  expect(textColumn('t', ['a']).validity).toBeUndefined();
});

it('keeps half a lone surrogate from shifting the texts after it', () => {
  expect(readColumn(textColumn('t', ['\ud83d', '\ude00', 'x']))).toEqual(['\ufffd', '\ufffd', 'x']);
});

it('keeps microseconds', () => {
  expect(readColumn(timeColumn('t', [1.5, -0.25]))).toEqual([1_500_000n, -250_000n]);
});

it.each([NaN, Infinity, 1e300, -9_223_372_036_856])('refuses %d as a time and says where', (ms) => {
  expect(() => timeColumn('day', [0, ms])).toThrow(`column "day", row 1: ${ms} ms is not a time`);
});
