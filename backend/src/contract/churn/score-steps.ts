/** What one feature adds to a churn probability. */
export interface Contribution {
  feature: string;
  contribution: number;
}

/** One step from the average customer to this one. Probabilities from 0 to 1. */
export interface ScoreStep<Reason extends Contribution> {
  /** The one feature behind it; absent for the sum of all others. */
  reason?: Reason;
  from: number;
  to: number;
  /** Change of the churn probability as it is shown: rounded so that what is shown adds up. */
  shown: number;
}

export interface ScoreSteps<Reason extends Contribution> {
  /** Decimals of percentage points. */
  decimals: number;
  /** Both as they are shown, rounded. */
  base: number;
  total: number;
  steps: ScoreStep<Reason>[];
  /** How many features the last step sums up; 0: there is no such step. */
  others: number;
}

/** How many features are shown one by one, unless a panel says otherwise. */
export const DEFAULT_REASON_COUNT = 6;

/**
 * The way from the average customer's churn probability to this customer's: the `count` heaviest features one by one, the
 * others as one sum. What is shown is rounded, and the sum of the others takes up what rounding leaves, so that a reader who
 * adds up the numbers arrives at the score.
 *
 * @param rows the heaviest first
 */
export function scoreSteps<Reason extends Contribution>(
  churn: number,
  averageChurn: number,
  rows: readonly Reason[],
  count: number,
): ScoreSteps<Reason> {
  const heaviest = rows.length <= count + 1 ? rows : rows.slice(0, count);
  const others = rows.length - heaviest.length;
  const decimals = decimalsFor(averageChurn, churn, heaviest);
  const round = (value: number): number => Number((value * 100).toFixed(decimals)) / 100;
  const [base, total] = [round(averageChurn), round(churn)];
  let at = averageChurn;
  const steps = heaviest.map((reason): ScoreStep<Reason> => {
    const from = at;
    at += reason.contribution;
    return { reason, from, to: at, shown: round(reason.contribution) };
  });
  const rest = total - base - steps.reduce((sum, { shown }) => sum + shown, 0);
  if (others > 0) steps.push({ from: at, to: churn, shown: round(rest) });
  else spread(steps, rest, decimals);
  return { decimals, base, total, steps, others };
}

/** Without a sum of others, what rounding leaves goes to the heaviest steps, one unit each, where it is seen least. */
function spread(steps: { shown: number }[], rest: number, decimals: number): void {
  const unit = 10 ** -decimals / 100;
  const units = Math.round(rest / unit);
  for (const step of steps.slice(0, Math.abs(units))) {
    step.shown = Number(((step.shown + Math.sign(units) * unit) * 100).toFixed(decimals)) / 100;
  }
}

function decimalsFor(base: number, churn: number, heaviest: readonly Contribution[]): number {
  const largest = Math.max(Math.abs(churn - base), ...heaviest.map(({ contribution }) => Math.abs(contribution)));
  if (largest >= 0.1) return 1;
  return largest >= 0.001 ? 2 : 3;
}
