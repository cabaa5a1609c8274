/** A raw probability nearer to 0 or 1 than this counts as this: a forest's 0 is "never seen", not "impossible". */
const CLIP = 1e-6;

export function heldProbability(raw: number): number {
  return Math.min(1 - CLIP, Math.max(CLIP, raw));
}

/** Log-odds of a probability held inside (0, 1). */
export function logOdds(raw: number): number {
  const held = heldProbability(raw);
  return Math.log(held) - Math.log1p(-held);
}

/** The probability at these log-odds; safe for any size of them. */
export function logistic(odds: number): number {
  if (odds >= 0) return 1 / (1 + Math.exp(-odds));
  const e = Math.exp(odds);
  return e / (1 + e);
}
