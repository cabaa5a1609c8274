import { decodeDay, encodeDay, positionOf, type DayScores } from './day-scores';

const scores: DayScores = {
  customerKeys: Int32Array.of(2, 3, 7, 2_000_000_000),
  churnProbability: Float64Array.of(0.1, 1 / 3, 1, 0),
  valueIfReturns: Float64Array.of(12.5, 0, 1e9, 3.25),
};

test('comes back as it was, to the last bit', () => {
  expect(decodeDay(encodeDay(scores))).toEqual(scores);
});

test('comes back from bytes that begin anywhere in memory', () => {
  const bytes = encodeDay(scores);
  const moved = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
  expect(decodeDay(moved)).toEqual(scores);
});

test('nobody is a day too', () => {
  const nobody = {
    customerKeys: new Int32Array(),
    churnProbability: new Float64Array(),
    valueIfReturns: new Float64Array(),
  };
  expect(decodeDay(encodeDay(nobody))).toEqual(nobody);
});

test('bytes that were cut, lengthened or changed anywhere are not taken', () => {
  const bytes = encodeDay(scores);
  for (let length = 0; length < bytes.length; length++) expect(decodeDay(bytes.subarray(0, length))).toBeUndefined();
  expect(decodeDay(Buffer.concat([bytes, Buffer.alloc(20)]))).toBeUndefined();
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(decodeDay(changed)).toBeUndefined();
  }
});

test('finds each key at its place, and others nowhere', () => {
  const keys = Int32Array.from({ length: 999 }, (_, i) => 2 * i + 1);
  for (const [at, key] of keys.entries()) {
    expect(positionOf(keys, key)).toBe(at);
    expect(positionOf(keys, key - 1)).toBe(-1);
  }
  expect(positionOf(keys, 1_999)).toBe(-1);
  expect(positionOf(new Int32Array(), 1)).toBe(-1);
});
