const STEPS = [1, 2, 2.5, 5, 10];

/**
 * The smallest step that is at least as large and that people count in: 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param whole of counts: 1 at least, and never a part of one
 */
export function roundStep(least: number, whole: boolean): number {
  if (whole && least <= 1) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const found = STEPS.find(
    (one) => one * magnitude >= least * (1 - 1e-9) && (!whole || Number.isInteger(one * magnitude)),
  );
  return (found ?? 10) * magnitude;
}
