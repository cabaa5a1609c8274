import { BgNbdError } from './error';

/**
 * What BG/NBD needs of each customer, one entry per customer in each column, times in days.
 *
 * Occasions must be merged per day: several orders of a person on one day are one occasion. Counted apart, a customer
 * with repeat occasions and no time between them has an unbounded likelihood (its rate can grow for ever), and the fit
 * runs away; such histories are refused.
 */
export interface PurchaseHistories {
  /** x: occasions after the first. */
  repeats: Float64Array;
  /** t_x: from the first to the last occasion; 0 without repeats. */
  lastRepeat: Float64Array;
  /** T: from the first occasion to the cut. */
  observed: Float64Array;
}

/** Distinct histories and how many customers have each. */
export interface HistoryGroups extends PurchaseHistories {
  customers: Float64Array;
}

/** @throws BgNbdError naming the first customer whose history cannot be */
export function checkHistories({ repeats, lastRepeat, observed }: PurchaseHistories): void {
  if (repeats.length !== lastRepeat.length || repeats.length !== observed.length)
    throw new BgNbdError(
      `There are ${repeats.length} counts, ${lastRepeat.length} last occasions and ${observed.length} lengths of history.`,
    );
  for (let i = 0; i < repeats.length; i++) {
    const why = whyImpossible(repeats[i]!, lastRepeat[i]!, observed[i]!);
    if (why !== undefined) throw new BgNbdError(`The history of customer ${i} cannot be: ${why}.`);
  }
}

function whyImpossible(repeats: number, last: number, observed: number): string | undefined {
  if (!Number.isInteger(repeats) || repeats < 0) return `${repeats} repeat occasions`;
  if (!(last >= 0 && last <= observed && Number.isFinite(observed)))
    return `the last occasion on day ${last} of ${observed}`;
  if (repeats === 0 && last > 0) return 'a last repeat occasion without any';
  if (repeats > 0 && last === 0)
    return `${repeats} repeat occasions on the day of the first; merge the orders of a day into one occasion`;
  return undefined;
}

/** Puts equal histories together: a shop has few different ones, so that fitting does not grow with its customers. */
export function groupHistories(histories: PurchaseHistories): HistoryGroups {
  const { repeats, lastRepeat, observed } = histories;
  const compare = (i: number, j: number): number =>
    repeats[i]! - repeats[j]! || lastRepeat[i]! - lastRepeat[j]! || observed[i]! - observed[j]!;
  const order = Int32Array.from(repeats.keys()).sort(compare);
  const firsts: number[] = [];
  const customers: number[] = [];
  order.forEach((row, at) => {
    if (at > 0 && compare(order[at - 1]!, row) === 0) customers[customers.length - 1]!++;
    else {
      firsts.push(row);
      customers.push(1);
    }
  });
  const pick = (column: Float64Array) => Float64Array.from(firsts, (row) => column[row]!);
  return {
    repeats: pick(repeats),
    lastRepeat: pick(lastRepeat),
    observed: pick(observed),
    customers: Float64Array.from(customers),
  };
}
