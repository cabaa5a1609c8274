/*
 * Elementary functions built from +, -, * and / alone. ECMAScript leaves the last digits of `Math.log` and its
 * siblings to the engine; these give the same bits everywhere, so that the same seed gives the same files.
 */

const { abs, floor, max, min, round } = Math;

const LN2 = 0.6931471805599453;

/** Natural logarithm of a positive number (relative error below 1e-14). */
export function ln(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`ln needs a positive finite number, got ${x}`);
  let mantissa = x;
  let exponent = 0;
  while (mantissa >= 65536) {
    mantissa /= 65536;
    exponent += 16;
  }
  while (mantissa < 1 / 65536) {
    mantissa *= 65536;
    exponent -= 16;
  }
  while (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < 0.7071067811865476) {
    mantissa *= 2;
    exponent -= 1;
  }
  // ln m = 2 artanh((m - 1) / (m + 1))
  const s = (mantissa - 1) / (mantissa + 1);
  const s2 = s * s;
  let sum = 0;
  for (let power = 19; power >= 1; power -= 2) sum = sum * s2 + 1 / power;
  return 2 * s * sum + exponent * LN2;
}

/** e to the power x, for x between -700 and 700 (held inside that range). */
export function exp(x: number): number {
  const held = min(700, max(-700, x));
  const halvings = round(held / LN2);
  const rest = held - halvings * LN2;
  let sum = 1;
  for (let term = 13; term >= 1; term -= 1) sum = 1 + (sum * rest) / term;
  return sum * powerOfTwo(halvings);
}

/** Cosine of an angle between -1 and 1 radian (latitudes of Brazil stay within 0.6). */
export function cosine(angle: number): number {
  const square = angle * angle;
  let sum = 1;
  for (let term = 14; term >= 2; term -= 2) sum = 1 - (sum * square) / (term * (term - 1));
  return sum;
}

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

function powerOfTwo(exponent: number): number {
  let result = 1;
  let base = exponent < 0 ? 0.5 : 2;
  for (let left = abs(exponent); left > 0; left = floor(left / 2)) {
    if (left % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}
