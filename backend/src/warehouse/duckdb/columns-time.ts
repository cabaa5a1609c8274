import { columnReader, type ColumnReader, type Values } from './columns-reader';
import { elementsOf } from './columns-vector';

const TWO_32 = 2 ** 32;
const LAST_INSTANT = 2n ** 63n - 1n;
const FIRST_INSTANT = -(2n ** 63n);

/**
 * Nanoseconds in 64 bits reach from 1677-09-21 to 2262-04-11. Times beyond (`infinity`, a "valid until" of 9999-12-31)
 * become the last or first instant in reach instead of wrapping round to a date in between.
 */
function clamped(nanoseconds: bigint): bigint {
  if (nanoseconds > LAST_INSTANT) return LAST_INSTANT;
  return nanoseconds < FIRST_INSTANT ? FIRST_INSTANT : nanoseconds;
}

const DAY = 86_400_000_000_000n;
/** A day is 2^16 times this many nanoseconds, so days times it stay exact in a double over all of the reach. */
const DAY_OVER_65536 = Number(DAY / 65_536n);
const LAST_DAY = Number(LAST_INSTANT / DAY);

/** DATE, days since 1970-01-01, as nanoseconds. */
export function dateReader(): ColumnReader {
  return columnReader(
    (slice) => elementsOf(slice, Int32Array),
    (pieces, rows) => joined(pieces, rows, copyDates),
  );
}

/** TIMESTAMP and its kin as nanoseconds; `factor` is the number of nanoseconds in the type's unit, at most 10^9. */
export function timestampReader(factor: number): ColumnReader {
  // Under 2^21 the product of a factor and half of a 64-bit time is exact in a double.
  const copy = factor < 2 ** 21 ? scaleByHalves(factor) : scaleByBigInt(BigInt(factor));
  return columnReader(
    (slice) => elementsOf(slice, Uint32Array, 2),
    (pieces, rows) => joined(pieces, rows, copy),
  );
}

/** Writes a piece's times to position `at` of `target`, in nanoseconds; returns the position after them. */
type Copy<Piece> = (piece: Piece, target: BigInt64Array, at: number) => number;

function joined<Piece>(pieces: readonly Piece[], rows: number, copy: Copy<Piece>): Values {
  const values = new BigInt64Array(rows);
  let at = 0;
  for (const piece of pieces) at = copy(piece, values, at);
  return { type: 'time', values };
}

function copyDates(days: Int32Array, target: BigInt64Array, at: number): number {
  const words = new Uint32Array(target.buffer, 8 * at);
  for (let i = 0; i < days.length; i++) {
    const day = days[i] ?? 0;
    if (day > LAST_DAY || day < -LAST_DAY) {
      target[at + i] = clamped(BigInt(day) * DAY);
      continue;
    }
    const scaled = day * DAY_OVER_65536;
    const high = Math.floor(scaled / 65_536);
    words[2 * i] = (scaled - high * 65_536) * 65_536;
    words[2 * i + 1] = high;
  }
  return at + days.length;
}

/** Multiplies the two 32-bit halves apart instead of going through BigInt, which is thirty times slower. */
function scaleByHalves(factor: number): Copy<Uint32Array> {
  const lastHigh = Math.floor(2 ** 31 / factor) - 1;
  return (source, target, at) => {
    const rows = source.length / 2;
    const words = new Uint32Array(target.buffer, 8 * at);
    for (let i = 0; i < rows; i++) {
      const low = source[2 * i] ?? 0;
      const high = (source[2 * i + 1] ?? 0) >> 0;
      if (high > lastHigh || high < -lastHigh) {
        target[at + i] = clamped(joinHalves(high, low) * BigInt(factor));
        continue;
      }
      const product = low * factor;
      words[2 * i] = product % TWO_32;
      words[2 * i + 1] = high * factor + Math.floor(product / TWO_32);
    }
    return at + rows;
  };
}

function scaleByBigInt(factor: bigint): Copy<Uint32Array> {
  return (source, target, at) => {
    const rows = source.length / 2;
    for (let i = 0; i < rows; i++) {
      target[at + i] = clamped(joinHalves((source[2 * i + 1] ?? 0) >> 0, source[2 * i] ?? 0) * factor);
    }
    return at + rows;
  };
}

const joinHalves = (high: number, low: number): bigint => BigInt(high) * 4_294_967_296n + BigInt(low);
