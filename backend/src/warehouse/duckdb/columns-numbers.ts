import { elementsOf, type VectorSlice } from './columns-vector';

const TWO_32 = 2 ** 32;

/**
 * DECIMAL as float64: the stored integer over 10^scale. Exact inputs make this the nearest double to the decimal as
 * long as the integer stays under 2^53, which holds for any amount of money.
 */
export function decimalsToFloats(slices: readonly VectorSlice[], rows: number, width: number, scale: number) {
  const values = integersToFloats(slices, rows, decimalReader(width));
  const divisor = 10 ** scale;
  if (scale > 0) for (let i = 0; i < rows; i++) values[i] = (values[i] ?? 0) / divisor;
  return values;
}

/** HUGEINT, the type of a sum of integers, as float64. */
export function hugeIntsToFloats(slices: readonly VectorSlice[], rows: number): Float64Array {
  return integersToFloats(slices, rows, readInt128);
}

export function unsignedHugeIntsToFloats(slices: readonly VectorSlice[], rows: number): Float64Array {
  return integersToFloats(slices, rows, readUint128);
}

type SliceReader = (slice: VectorSlice, target: Float64Array, at: number) => void;

function integersToFloats(slices: readonly VectorSlice[], rows: number, read: SliceReader): Float64Array {
  const values = new Float64Array(rows);
  let at = 0;
  for (const slice of slices) {
    read(slice, values, at);
    at += slice.rows;
  }
  return values;
}

/** DuckDB stores a decimal in the smallest integer that holds its digits. */
function decimalReader(width: number): SliceReader {
  if (width <= 4) return (slice, target, at) => target.set(elementsOf(slice, Int16Array), at);
  if (width <= 9) return (slice, target, at) => target.set(elementsOf(slice, Int32Array), at);
  return width <= 18 ? readInt64 : readInt128;
}

/** By halves instead of BigInt, which is thirty times slower. */
function readInt64(slice: VectorSlice, target: Float64Array, at: number): void {
  const low = elementsOf(slice, Uint32Array, 2);
  const high = new Int32Array(low.buffer, low.byteOffset, low.length);
  for (let i = 0; i < slice.rows; i++) target[at + i] = (high[2 * i + 1] ?? 0) * TWO_32 + (low[2 * i] ?? 0);
}

function readInt128(slice: VectorSlice, target: Float64Array, at: number): void {
  const words = elementsOf(slice, Uint32Array, 4);
  for (let i = 0; i < slice.rows; i++) {
    const [w0, w1, w2, w3] = [words[4 * i] ?? 0, words[4 * i + 1] ?? 0, words[4 * i + 2] ?? 0, words[4 * i + 3] ?? 0];
    // Two's complement, so a small negative number has its upper words full of ones: adding them up as floats would
    // lose it whole. The magnitude is one more than the complement.
    target[at + i] =
      w3 < 2 ** 31 ? magnitude(w0, w1, w2, w3) : -(magnitude(~w0 >>> 0, ~w1 >>> 0, ~w2 >>> 0, ~w3 >>> 0) + 1);
  }
}

function readUint128(slice: VectorSlice, target: Float64Array, at: number): void {
  const words = elementsOf(slice, Uint32Array, 4);
  for (let i = 0; i < slice.rows; i++) {
    target[at + i] = magnitude(words[4 * i] ?? 0, words[4 * i + 1] ?? 0, words[4 * i + 2] ?? 0, words[4 * i + 3] ?? 0);
  }
}

function magnitude(w0: number, w1: number, w2: number, w3: number): number {
  return (w3 * TWO_32 + w2) * 2 ** 64 + (w1 * TWO_32 + w0);
}
