/** From this share of all that moves the score a reason is called clear; below the other, negligible. */
const CLEAR = 0.2;
const NEGLIGIBLE = 0.01;

/**
 * Which way a contribution to the churn probability pulls, as a sentence.
 *
 * @param total sum of the sizes of all contributions
 */
export function directionOf(contribution: number, total: number): string {
  const weight = total > 0 ? Math.abs(contribution) / total : 0;
  // Written so that a contribution that is no number is negligible as well.
  if (!(weight >= NEGLIGIBLE)) return 'This makes hardly any difference.';
  const clearly = weight >= CLEAR ? 'clearly ' : '';
  return `This makes a further order ${clearly}${contribution > 0 ? 'less likely' : 'likelier'}.`;
}
