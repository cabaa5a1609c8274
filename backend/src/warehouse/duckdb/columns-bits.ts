/** Sets `count` bits from position `at`. Bits count from the least significant of each byte. */
export function setBits(target: Uint8Array, at: number, count: number): void {
  let bit = at;
  const end = at + count;
  while (bit < end && (bit & 7) !== 0) setBit(target, bit++);
  const wholeBytes = (end - bit) >> 3;
  target.fill(0xff, bit >> 3, (bit >> 3) + wholeBytes);
  bit += wholeBytes * 8;
  while (bit < end) setBit(target, bit++);
}

/** Copies the first `count` bits of `source` to position `at` of `target`, whose bits there are still 0. */
export function copyBits(target: Uint8Array, at: number, source: Uint8Array, count: number): void {
  const shift = at & 7;
  let to = at >> 3;
  for (let from = 0; from * 8 < count; from++, to++) {
    const left = count - from * 8;
    const byte = (source[from] ?? 0) & (left < 8 ? (1 << left) - 1 : 0xff);
    target[to] = (target[to] ?? 0) | (byte << shift);
    if (byte >> (8 - shift)) target[to + 1] = byte >> (8 - shift);
  }
}

/** How many of the first `count` bits are set. */
export function countBits(bits: Uint8Array, count: number): number {
  let sum = 0;
  const wholeBytes = count >> 3;
  for (let i = 0; i < wholeBytes; i++) sum += onesIn(bits[i] ?? 0);
  return sum + onesIn((bits[wholeBytes] ?? 0) & ((1 << (count & 7)) - 1));
}

export function setBit(target: Uint8Array, bit: number): void {
  target[bit >> 3] = (target[bit >> 3] ?? 0) | (1 << (bit & 7));
}

/** The set bits of one byte, summed in pairs, then fours, then all. */
function onesIn(byte: number): number {
  const pairs = byte - ((byte >> 1) & 0x55);
  const fours = (pairs & 0x33) + ((pairs >> 2) & 0x33);
  return (fours + (fours >> 4)) & 0x0f;
}
