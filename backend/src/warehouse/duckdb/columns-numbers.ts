import { columnReader, type ColumnReader } from './columns-reader';
import { elementsOf, type VectorSlice } from './columns-vector';

const TWO_32 = 2 ** 32;

/**
 * DECIMAL as float64: the stored integer over 10^scale. Exact inputs make this the nearest double to the decimal as
 * long as the integer stays under 2^53, which holds for any amount of money.
 */
export function decimalReader(width: number, scale: number): ColumnReader {
  const divisor = 10 ** scale;
  const stored = storedIntegers(width);
  return columnReader(stored.read, (pieces, rows) => {
    const values = joined(pieces, rows, stored.copy);
    if (scale > 0) for (let i = 0; i < rows; i++) values[i] = (values[i] ?? 0) / divisor;
    return { type: 'float64', values };
  });
}

/** HUGEINT, the type of a sum of integers, as float64. */
export const hugeIntReader = (): ColumnReader => wideReader(copyInt128);
export const unsignedHugeIntReader = (): ColumnReader => wideReader(copyUint128);

function wideReader(copy: Copy<Uint32Array>): ColumnReader {
  return columnReader(words128, (pieces, rows) => ({ type: 'float64', values: joined(pieces, rows, copy) }));
}

/** Copies a piece's integers to position `at` of `target` as floats; returns the position after them. */
type Copy<Piece> = (piece: Piece, target: Float64Array, at: number) => number;

function joined<Piece>(pieces: readonly Piece[], rows: number, copy: Copy<Piece>): Float64Array {
  const values = new Float64Array(rows);
  let at = 0;
  for (const piece of pieces) at = copy(piece, values, at);
  return values;
}

type Integers = Int16Array | Int32Array | Uint32Array;

/** DuckDB stores a decimal in the smallest integer that holds its digits. */
function storedIntegers(width: number): { read: (slice: VectorSlice) => Integers; copy: Copy<Integers> } {
  if (width <= 4) return { read: (slice) => elementsOf(slice, Int16Array), copy: copyNarrow };
  if (width <= 9) return { read: (slice) => elementsOf(slice, Int32Array), copy: copyNarrow };
  if (width <= 18) return { read: (slice) => elementsOf(slice, Uint32Array, 2), copy: copyInt64 };
  return { read: words128, copy: copyInt128 };
}

const words128 = (slice: VectorSlice): Uint32Array => elementsOf(slice, Uint32Array, 4);

function copyNarrow(integers: Integers, target: Float64Array, at: number): number {
  target.set(integers, at);
  return at + integers.length;
}

/** By halves instead of BigInt, which is thirty times slower. `>> 0` takes the upper half as signed. */
function copyInt64(words: Integers, target: Float64Array, at: number): number {
  const rows = words.length / 2;
  for (let i = 0; i < rows; i++) target[at + i] = ((words[2 * i + 1] ?? 0) >> 0) * TWO_32 + (words[2 * i] ?? 0);
  return at + rows;
}

function copyInt128(words: Integers, target: Float64Array, at: number): number {
  const rows = words.length / 4;
  for (let i = 0; i < rows; i++) {
    const [w0, w1, w2, w3] = [words[4 * i] ?? 0, words[4 * i + 1] ?? 0, words[4 * i + 2] ?? 0, words[4 * i + 3] ?? 0];
    // Two's complement, so a small negative number has its upper words full of ones: adding them up as floats would
    // lose it whole. The magnitude is one more than the complement.
    const negative = w3 >= 2 ** 31;
    target[at + i] = negative
      ? -(magnitude(~w0 >>> 0, ~w1 >>> 0, ~w2 >>> 0, ~w3 >>> 0) + 1)
      : magnitude(w0, w1, w2, w3);
  }
  return at + rows;
}

function copyUint128(words: Uint32Array, target: Float64Array, at: number): number {
  const rows = words.length / 4;
  for (let i = 0; i < rows; i++) {
    target[at + i] = magnitude(words[4 * i] ?? 0, words[4 * i + 1] ?? 0, words[4 * i + 2] ?? 0, words[4 * i + 3] ?? 0);
  }
  return at + rows;
}

function magnitude(w0: number, w1: number, w2: number, w3: number): number {
  return (w3 * TWO_32 + w2) * 2 ** 64 + (w1 * TWO_32 + w0);
}
