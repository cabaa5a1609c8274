/** Parts of the largest value for which a legend shows a circle. */
const PARTS = [1, 0.25, 0.05, 0.01];

/** Round values (1, 2 or 5 times a power of ten) up to the largest one, falling; none below 1, nor more than `most`. */
export function roundValues(largest: number, most: number): number[] {
  const round = PARTS.map((part) => roundDown(largest * part)).filter((value) => value >= 1 && value <= most);
  return [...new Set(round)].slice(0, 3);
}

function roundDown(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [5, 2, 1].find((one) => one * power <= value) ?? 1;
  return digit * power;
}
