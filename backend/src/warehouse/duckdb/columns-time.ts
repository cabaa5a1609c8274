import { elementsOf, type VectorSlice } from './columns-vector';

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
export function datesToNanoseconds(slices: readonly VectorSlice[], rows: number): BigInt64Array {
  const values = new BigInt64Array(rows);
  const words = new Uint32Array(values.buffer);
  let at = 0;
  for (const slice of slices) {
    const days = elementsOf(slice, Int32Array);
    for (let i = 0; i < slice.rows; i++, at++) {
      const day = days[i] ?? 0;
      if (day > LAST_DAY || day < -LAST_DAY) {
        values[at] = clamped(BigInt(day) * DAY);
        continue;
      }
      const scaled = day * DAY_OVER_65536;
      const high = Math.floor(scaled / 65_536);
      words[2 * at] = (scaled - high * 65_536) * 65_536;
      words[2 * at + 1] = high;
    }
  }
  return values;
}

/** TIMESTAMP and its kin as nanoseconds; `factor` is the number of nanoseconds in the type's unit, at most 10^9. */
export function timestampsToNanoseconds(slices: readonly VectorSlice[], rows: number, factor: number): BigInt64Array {
  return factor < 2 ** 21 ? scaleByHalves(slices, rows, factor) : scaleByBigInt(slices, rows, BigInt(factor));
}

/** Multiplies the two 32-bit halves apart: under 2^21, the factor keeps each product exact in a double. */
function scaleByHalves(slices: readonly VectorSlice[], rows: number, factor: number): BigInt64Array {
  const values = new BigInt64Array(rows);
  const words = new Uint32Array(values.buffer);
  const lastHigh = Math.floor(2 ** 31 / factor) - 1;
  let at = 0;
  for (const slice of slices) {
    const lows = elementsOf(slice, Uint32Array, 2);
    const highs = new Int32Array(lows.buffer, lows.byteOffset, lows.length);
    for (let i = 0; i < slice.rows; i++, at++) {
      const low = lows[2 * i] ?? 0;
      const high = highs[2 * i + 1] ?? 0;
      if (high > lastHigh || high < -lastHigh) {
        values[at] = clamped((BigInt(high) * 4_294_967_296n + BigInt(low)) * BigInt(factor));
        continue;
      }
      const product = low * factor;
      words[2 * at] = product % TWO_32;
      words[2 * at + 1] = high * factor + Math.floor(product / TWO_32);
    }
  }
  return values;
}

function scaleByBigInt(slices: readonly VectorSlice[], rows: number, factor: bigint): BigInt64Array {
  const values = new BigInt64Array(rows);
  let at = 0;
  for (const slice of slices) {
    for (const time of elementsOf(slice, BigInt64Array)) values[at++] = clamped(time * factor);
  }
  return values;
}
