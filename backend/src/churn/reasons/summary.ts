import { groupReasons } from './group-reasons';
import type { Reason } from './reasons';

/** A second reason is told only when it weighs at least so much of the first. */
const WORTH_TELLING = 0.4;

/**
 * The one or two reasons that make this customer's score differ from the average customer's, as one short text for
 * lists: "Last order 210 days ago; average delivery came 12 days late". Each is of another group, and pulls the way of
 * the whole. No reasons: an empty text.
 */
export function summaryOf(reasons: readonly Reason[]): string {
  const whole = reasons.reduce((sum, { contribution }) => sum + contribution, 0);
  const groups = groupReasons(reasons);
  const pulling = groups.filter(({ contribution }) => contribution * whole > 0);
  const [first, second] = pulling.length > 0 ? pulling : groups;
  if (!first) return '';
  const tells = second && Math.abs(second.contribution) >= WORTH_TELLING * Math.abs(first.contribution);
  if (!tells || second.main.fact === first.main.fact) return first.main.fact;
  return `${first.main.fact}; ${second.main.fact.charAt(0).toLowerCase()}${second.main.fact.slice(1)}`;
}
