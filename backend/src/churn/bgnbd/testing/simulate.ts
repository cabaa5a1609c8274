import { seededRandom } from '../../evaluation';
import type { PurchaseHistories } from '../history';
import type { BgNbdParameters } from '../parameters';

export interface SimulatedShop {
  histories: PurchaseHistories;
  /** Occasions of each customer in the horizon after. */
  later: Float64Array;
}

/** Customers who behave as BG/NBD says, first seen at one of 20 times in the first third of `days`. */
export function simulateShop(
  { r, alpha, a, b }: BgNbdParameters,
  customers: number,
  { days, horizon, seed }: { days: number; horizon: number; seed: number },
): SimulatedShop {
  const random = seededRandom(seed);
  const columns = () => new Float64Array(customers);
  const [repeats, lastRepeat, observed, later] = [columns(), columns(), columns(), columns()];
  for (let i = 0; i < customers; i++) {
    const rate = gamma(r, random) / alpha;
    const [first, second] = [gamma(a, random), gamma(b, random)];
    const leaving = first / (first + second);
    observed[i] = days * (1 - Math.floor(20 * random()) / 60);
    let at = -Math.log1p(-random()) / rate;
    for (let stays = true; stays && at < observed[i]! + horizon; at += -Math.log1p(-random()) / rate) {
      if (at <= observed[i]!) {
        repeats[i]!++;
        lastRepeat[i] = at;
      } else later[i]!++;
      stays = random() >= leaving;
    }
  }
  return { histories: { repeats, lastRepeat, observed }, later };
}

/** A gamma variate (Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26, 2000). */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
