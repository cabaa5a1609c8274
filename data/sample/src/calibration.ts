import { DAY_SECONDS } from './dates';
import { SampleError } from './errors';
import { disappointment, type Loyalty } from './loyalty';
import { makeOrder, type Shop } from './orderMaker';
import { drawPerson, SAME_DAY } from './people';
import { exp, ln, logistic } from './portableMath';
import { Random } from './random';
import { STREAM } from './streams';
import type { TradeClock } from './tradeClock';

const PILOTS = 4000;
const SLOWEST = 1e-6;
const FASTEST = 0.5;

interface Pilot {
  disappointment: number;
  unitRate: number;
  /** Days on the trade clock from the first order to the end, and to the day on which a disappointed person leaves. */
  toEnd: number;
  toDrop: number;
}

/**
 * Finds the mean purchase rate and the dropout bias at which the wanted share of persons orders more than once, by
 * working out that share for a few thousand trial persons whose first orders are drawn like anybody's.
 * @throws SampleError when the months are too few for the rate.
 */
export function calibrate(shop: Shop, newcomers: Int32Array, clock: TradeClock, repeatRate: number): Loyalty {
  if (repeatRate === 0) return { meanRate: 0, bias: 0 };
  const pilots = drawPilots(shop, newcomers, clock);
  const stay = 0.12 + repeatRate;
  const bias = bisect(-20, 20, (tried) => stay - mean(pilots, (pilot) => logistic(-tried - pilot.disappointment)));
  const share = (rate: number): number =>
    mean(pilots, (pilot) => repeatProbability(pilot, { meanRate: rate, bias }, repeatRate));
  const most = share(FASTEST);
  if (most < repeatRate) {
    const reachable = Math.floor(most * 100) / 100;
    throw new SampleError(
      'option',
      `repeatRate ${repeatRate} cannot be reached in so few months: ask for at most ${reachable}, or for more months.`,
    );
  }
  const logRate = bisect(ln(SLOWEST), ln(FASTEST), (tried) => share(exp(tried)) - repeatRate);
  return { meanRate: exp(logRate), bias };
}

function drawPilots(shop: Shop, newcomers: Int32Array, clock: TradeClock): Pilot[] {
  const random = new Random();
  const customers = newcomers.reduce((sum, count) => sum + count, 0);
  const pilots: Pilot[] = [];
  let index = -1;
  let before = 0;
  for (let nth = 0; nth < PILOTS; nth += 1) {
    const place = ((nth + 0.5) / PILOTS) * customers;
    while (before <= place) {
      index += 1;
      before += newcomers[index] ?? customers;
    }
    pilots.push(drawPilot(random.reseed(shop.seed, STREAM.pilot, nth), shop, clock, shop.period.firstDay + index));
  }
  return pilots;
}

function drawPilot(random: Random, shop: Shop, clock: TradeClock, day: number): Pilot {
  const { zip, unitRate } = drawPerson(random, shop.places);
  const purchase = day * DAY_SECONDS + DAY_SECONDS / 2;
  const { experience } = makeOrder(random, shop, { number: 0, purchase, zip, quirk: undefined, status: undefined });
  const start = clock.endOf(day);
  return {
    disappointment: disappointment(experience, 0),
    unitRate,
    toEnd: clock.end - start,
    toDrop: clock.endOf(experience.knownDay) - start,
  };
}

function repeatProbability(pilot: Pilot, loyalty: Loyalty, repeatRate: number): number {
  const rate = loyalty.meanRate * pilot.unitRate;
  const dropped = logistic(loyalty.bias + pilot.disappointment);
  const later = (1 - dropped) * (1 - exp(-rate * pilot.toEnd)) + dropped * (1 - exp(-rate * pilot.toDrop));
  const sameDay = SAME_DAY * repeatRate;
  return sameDay + (1 - sameDay) * later;
}

function mean(pilots: readonly Pilot[], of: (pilot: Pilot) => number): number {
  return pilots.reduce((sum, pilot) => sum + of(pilot), 0) / pilots.length;
}

/** The zero of a function that rises from `low` to `high`. */
function bisect(low: number, high: number, rising: (x: number) => number): number {
  let from = low;
  let to = high;
  for (let step = 0; step < 60; step += 1) {
    const middle = (from + to) / 2;
    if (rising(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
