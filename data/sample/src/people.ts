import { DAY_SECONDS } from './dates';
import { RATE_SHAPE } from './loyalty';
import type { Places } from './places';
import type { Random } from './random';
import { STREAM } from './streams';
import { WeightedChoice } from './weightedChoice';

export interface Person {
  /** Index of the home's zip prefix in `Places`. */
  zip: number;
  /** Purchase rate as a multiple of the mean rate. */
  unitRate: number;
}

/** When on a day people order, and whether they do so twice. */
export interface Moment {
  second: number;
  /** A second order on the same day, in seconds of the day. */
  again: number | null;
  /** Index of the zip prefix that the parcel goes to. */
  zip: number;
}

/** Orders by hour of the day. */
const HOURS = [24, 12, 5, 3, 2, 2, 5, 13, 30, 48, 62, 65, 60, 65, 66, 65, 66, 62, 58, 60, 62, 62, 58, 41];
const hourChoice = new WeightedChoice(HOURS);
/** Second orders on one day, per visit, as a share of the repeat rate. */
export const SAME_DAY = 0.1;
const MOVED = 0.02;

/** A person, always the same for the same number; nothing about them needs to be remembered. */
export function personOf(random: Random, seed: number, places: Places, person: number): Person {
  random.reseed(seed, STREAM.person, person);
  return drawPerson(random, places);
}

export function drawPerson(random: Random, places: Places): Person {
  return { zip: places.customerZip.draw(random), unitRate: random.gamma(RATE_SHAPE) };
}

/** The moment of a person's visit; a few have moved house since their first. */
export function momentOf(
  random: Random,
  seed: number,
  places: Places,
  visit: { person: number; occasion: number; zip: number; repeatRate: number },
): Moment {
  random.reseed(seed, STREAM.visit, visit.person, visit.occasion);
  const second = hourChoice.draw(random) * 3600 + random.below(3600);
  const twice = random.chance(SAME_DAY * visit.repeatRate);
  const again = twice ? Math.min(DAY_SECONDS - 1, second + 120 + Math.floor(random.exponential() * 3600)) : null;
  const moved = visit.occasion > 0 && random.chance(MOVED);
  return { second, again, zip: moved ? places.customerZip.draw(random) : visit.zip };
}
