import { DAY_SECONDS, dayOfSecond } from './dates';
import type { OrderStatus, Review, Timeline } from './order';
import { HAPPY, JOINS, MIXED, UNHAPPY, WAITING, type Tone } from './phrases';
import { exp } from './portableMath';
import type { Random } from './random';

const REVIEWED = 0.992;
const REVIEWED_TWICE = 0.0055;
/** A contentment drawn from a normal distribution below these bounds gives 1, 2, 3 or 4 stars, else 5. */
const STAR_BOUNDS = [-1.5, -1.33, -0.95, -0.32];
const WITH_MESSAGE = [0.77, 0.68, 0.43, 0.32, 0.36];
const WITH_TITLE = [0.16, 0.14, 0.1, 0.09, 0.115];

/**
 * The score that an order earns, 1 to 5: worse by every day of delay, worst when nothing arrives, and a little better or
 * worse with the seller's quality (in standard deviations).
 */
export function drawScore(random: Random, status: OrderStatus, daysLate: number, quality: number): number {
  const contentment = random.normal() + 0.3 * quality - annoyance(status, daysLate);
  const stars = STAR_BOUNDS.findIndex((bound) => contentment < bound);
  return stars < 0 ? 5 : stars + 1;
}

/** Reviews of one order: mostly one, sometimes none or two (`twice` makes sure). `order` is the order's number. */
export function drawReviews(
  random: Random,
  order: number,
  score: number,
  timeline: Timeline,
  twice: boolean,
): Review[] {
  if (!random.chance(REVIEWED) && !twice) return [];
  const first = writeReview(random, order, false, score, timeline);
  if (!random.chance(REVIEWED_TWICE) && !twice) return [first];
  const again = writeReview(random, order, true, Math.min(5, Math.max(1, score + random.below(3) - 1)), timeline);
  const later = (1 + random.below(12)) * DAY_SECONDS;
  return [first, { ...again, created: again.created + later, answered: again.answered + later }];
}

function annoyance(status: OrderStatus, daysLate: number): number {
  if (status !== 'delivered') return status === 'shipped' ? 2 : 2.4;
  return daysLate > 0 ? Math.min(2.25, 0.45 + 0.3 * daysLate) : 0;
}

function writeReview(random: Random, order: number, second: boolean, score: number, timeline: Timeline): Review {
  const created = askingDay(random, timeline) * DAY_SECONDS;
  const hours = Math.min(2400, 9 + 31 * exp(0.95 * random.normal()));
  const waiting = timeline.delivered === null || timeline.delivered > created;
  const tone = toneOf(score, waiting);
  return {
    order,
    second,
    score,
    title: random.chance(WITH_TITLE[score - 1] ?? 0) ? random.pick(tone.titles) : '',
    message: random.chance(WITH_MESSAGE[score - 1] ?? 0) ? writeMessage(random, tone) : '',
    created,
    answered: created + Math.round(hours * 3600),
  };
}

/** The shop asks on the day after delivery, or when the promised day has passed without any. */
function askingDay(random: Random, timeline: Timeline): number {
  const patience = dayOfSecond(timeline.estimated) + 1 + random.below(3);
  return timeline.delivered === null ? patience : Math.min(patience, dayOfSecond(timeline.delivered) + 1);
}

function toneOf(score: number, waiting: boolean): Tone {
  if (score >= 4) return HAPPY;
  if (score === 3) return MIXED;
  return waiting ? WAITING : UNHAPPY;
}

function writeMessage(random: Random, tone: Tone): string {
  let message = random.pick(tone.sentences);
  const more = random.chance(0.35) ? 1 + random.below(2) : 0;
  for (let nth = 0; nth < more; nth += 1) message += random.pick(JOINS) + random.pick(tone.sentences);
  return message;
}
