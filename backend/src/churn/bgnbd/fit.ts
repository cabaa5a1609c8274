import { BgNbdError } from './error';
import { checkHistories, groupHistories, type HistoryGroups, type PurchaseHistories } from './history';
import { logLikelihood } from './likelihood';
import { nelderMead, type Minimum } from './nelder-mead';
import type { BgNbdParameters } from './parameters';

export interface BgNbdFit {
  parameters: BgNbdParameters;
  logLikelihood: number;
  customers: number;
  /** Customers with a repeat occasion. */
  repeaters: number;
  /** False when the search ended before it had settled: use the result with care. */
  converged: boolean;
}

/** With fewer, the four parameters are anyone's guess. */
export const FEWEST_REPEATERS = 10;

/**
 * Logarithms of r, alpha / mean history, a and b to start from: rare and frequent purchases, short and long loyalty.
 */
const STARTS = [
  [0, 0, 0, 0],
  [-1.5, -1, 0, 1],
  [-3, 0.5, 0, 0],
];
/** Logarithms are kept within this, as the likelihood may rise for ever towards a limit (e.g. all customers alike). */
const BOUND = 12;

/**
 * Fits BG/NBD by maximum likelihood over the distinct histories, from several starts on log-parameters, the best one
 * started again from where it ended. Occasions must be merged per day, see PurchaseHistories.
 *
 * @throws BgNbdError for impossible histories, or with fewer than FEWEST_REPEATERS customers who came back
 */
export function fitBgNbd(histories: PurchaseHistories): BgNbdFit {
  checkHistories(histories);
  const groups = groupHistories(histories);
  const customers = histories.repeats.length;
  const repeaters = histories.repeats.reduce((sum, x) => sum + Number(x > 0), 0);
  if (repeaters < FEWEST_REPEATERS)
    throw new BgNbdError(
      `Only ${repeaters} of ${customers} customers came back, BG/NBD needs ${FEWEST_REPEATERS}: choose a later cut.`,
    );
  // The mean history as the unit of time makes the starts fit any shop; measured per customer, so does the tolerance.
  const unit = groups.observed.reduce((sum, T, g) => sum + T * groups.customers[g]!, 0) / customers;
  const scaled = inUnit(groups, unit);
  const cost = (x: readonly number[]): number =>
    x.some((value) => Math.abs(value) > BOUND) ? Infinity : -logLikelihood(fromLogs(x), scaled);
  const found = STARTS.map((start) => nelderMead(cost, start, { size: 0.7, tolerance: 1e-4 }));
  const best = found.reduce((a: Minimum, b: Minimum) => (b.value < a.value ? b : a));
  const last = nelderMead(cost, best.x, { size: 0.1, tolerance: 1e-7 });
  const { alpha, ...rest } = fromLogs(last.x);
  const parameters = { ...rest, alpha: alpha * unit };
  return {
    parameters,
    logLikelihood: logLikelihood(parameters, groups),
    customers,
    repeaters,
    converged: last.converged,
  };
}

function fromLogs(x: readonly number[]): BgNbdParameters {
  const [r, alpha, a, b] = x.map(Math.exp);
  return { r: r!, alpha: alpha!, a: a!, b: b! };
}

function inUnit(groups: HistoryGroups, unit: number): HistoryGroups {
  return {
    ...groups,
    lastRepeat: groups.lastRepeat.map((days) => days / unit),
    observed: groups.observed.map((days) => days / unit),
  };
}
