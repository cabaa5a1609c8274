import { fitGammaGamma, type SpendHistory } from './gamma-gamma';
import type { ReturnOutcomes } from './read-outcomes';
import { fitShrunkMean, type Credibility } from './shrunk-mean';
import { HIGHEST_ORDER_VALUE, type ValueModel } from './value-model';

/** Three parameters from fewer customers than that would be read out of noise. */
const FEWEST_REPEATERS = 50;
const MOST_ORDERS_PER_RETURN = 1e4;

/**
 * Learns what a returning customer is worth: spend per order from `history` (customers as of the training cut), by the
 * gamma-gamma model or, with fewer than 50 repeat customers or without a sensible fit, a shrunk mean; orders per return
 * from what those who returned did within the horizon. Nobody returned: one order.
 *
 * @throws RangeError when the columns of `history` differ in length
 */
export function fitValueModel(history: SpendHistory, outcomes: Pick<ReturnOutcomes, 'purchaseDays'>): ValueModel {
  const { frequency, monetary } = history;
  if (frequency.length !== monetary.length)
    throw new RangeError(`There are ${frequency.length} frequencies for ${monetary.length} sums: give one of each.`);
  const repeatCustomers = frequency.reduce((count, orders) => count + (orders >= 2 ? 1 : 0), 0);
  const fitted = repeatCustomers >= FEWEST_REPEATERS ? gammaGamma(history) : undefined;
  const { meanOrderValue, weightOfMean } = fitted ?? fitShrunkMean(history);
  return {
    version: 1,
    method: fitted ? 'gamma-gamma' : 'shrunk-mean',
    meanOrderValue: Math.min(HIGHEST_ORDER_VALUE, meanOrderValue),
    weightOfMean,
    ordersPerReturn: ordersPerReturn(outcomes.purchaseDays),
    repeatCustomers,
  };
}

/** Equation 5 of Fader and Hardie's note, written as a weighted mean of the customer's own orders and everybody's. */
function gammaGamma(history: SpendHistory): Credibility | undefined {
  const model = fitGammaGamma(history);
  if (!model) return undefined;
  const { p, q, gamma } = model;
  return { meanOrderValue: (p * gamma) / (q - 1), weightOfMean: (q - 1) / p };
}

function ordersPerReturn(days: Float64Array): number {
  const known = days.filter((count) => count >= 1 && Number.isFinite(count));
  if (known.length === 0) return 1;
  return Math.min(MOST_ORDERS_PER_RETURN, known.reduce((sum, count) => sum + count, 0) / known.length);
}
