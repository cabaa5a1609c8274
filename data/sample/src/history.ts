import { newcomersByDay, TAIL_SHIPPED } from './acquisition';
import { Agenda, NEVER, type Visit } from './agenda';
import { calibrate } from './calibration';
import { makeCatalogue } from './catalogue';
import { DAY_SECONDS } from './dates';
import { dropoutProbability, type Loyalty } from './loyalty';
import type { Plan } from './options';
import type { Experience, Order, OrderStatus, Review } from './order';
import { makeOrder, type Shop } from './orderMaker';
import { momentOf, personOf } from './people';
import { periodOf } from './period';
import { makePlaces } from './places';
import { plantQuirks, type Quirk } from './quirks';
import { Random } from './random';
import { STREAM } from './streams';
import { TradeClock } from './tradeClock';

/** An order, in the sequence of purchase times. */
export interface OrderEvent {
  kind: 'order';
  /** Counts from 0; makes the order's ids. */
  number: number;
  person: number;
  /** Index of the zip prefix in `Places`. */
  zip: number;
  order: Order;
}

/** What is known of a person once no further order of theirs will come. */
export interface FateEvent {
  kind: 'fate';
  person: number;
  firstDay: number;
  orders: number;
  /** Orders per day. */
  rate: number;
  /** The day at whose end the person dropped out, or `NEVER`. */
  dropDay: number;
}

/** Says that all orders of a day have been told. */
export interface DayEvent {
  kind: 'day';
  day: number;
}

export interface World extends Shop {
  plan: Plan;
  clock: TradeClock;
  newcomers: Int32Array;
  loyalty: Loyalty;
  quirks: ReadonlyMap<number, Quirk>;
}

interface Placed {
  visit: Visit;
  second: number;
  /** 0, or 1 for a second order on the same day. */
  part: number;
  zip: number;
  unitRate: number;
  twice: boolean;
}

/** Two orders placed on one day often get one and the same review. */
const SHARED_REVIEW = 0.6;

/** Sets everything up that the history is drawn from. @throws SampleError when the repeat rate is out of reach. */
export function makeWorld(plan: Plan): World {
  const { seed, customers } = plan;
  const period = periodOf(plan.months);
  const places = makePlaces(seed, customers);
  const catalogue = makeCatalogue(seed, customers, places);
  const clock = new TradeClock(period);
  const newcomers = newcomersByDay(customers, period, new Random().reseed(seed, STREAM.calendar, 0));
  const shop = { seed, period, places, catalogue };
  const loyalty = calibrate(shop, newcomers, clock, plan.repeatRate);
  return { ...shop, plan, clock, newcomers, loyalty, quirks: plantQuirks(customers) };
}

/** Tells the shop's history day by day; only the visits that lie ahead are kept in memory. */
export function* tellHistory(world: World): Generator<OrderEvent | FateEvent | DayEvent, void, undefined> {
  const { period, newcomers } = world;
  const random = new Random();
  const agenda = new Agenda(period.firstDay, period.lastDay);
  let person = 0;
  let number = 0;
  for (let day = period.firstDay; day <= period.lastDay; day += 1) {
    const visits = agenda.take(day);
    for (let left = newcomers[day - period.firstDay] ?? 0; left > 0; left -= 1) {
      visits.push({ person, occasion: 0, orders: 0, firstDay: day, dropDay: NEVER });
      person += 1;
    }
    const reviews = new Map<number, readonly Review[]>();
    for (const placed of placeOrders(random, world, visits)) {
      const order = drawOrder(random, world, placed, day, number, reviews);
      yield { kind: 'order', number, person: placed.visit.person, zip: placed.zip, order };
      number += 1;
      if (placed.part === 0) {
        const fate = settle(random, world, placed, day, order.experience, agenda);
        if (fate !== null) yield fate;
      }
    }
    yield { kind: 'day', day };
  }
}

function placeOrders(random: Random, world: World, visits: readonly Visit[]): Placed[] {
  const { seed, places, plan } = world;
  const placed: Placed[] = [];
  for (const visit of visits) {
    const { zip: home, unitRate } = personOf(random, seed, places, visit.person);
    const { repeatRate } = plan;
    const moment = momentOf(random, seed, places, { ...visit, zip: home, repeatRate });
    const twice = moment.again !== null;
    placed.push({ visit, second: moment.second, part: 0, zip: moment.zip, unitRate, twice });
    if (moment.again !== null) placed.push({ visit, second: moment.again, part: 1, zip: moment.zip, unitRate, twice });
  }
  return placed.sort((a, b) => a.second - b.second || a.visit.person - b.visit.person || a.part - b.part);
}

function drawOrder(
  random: Random,
  world: World,
  { visit, second, part, zip, twice }: Placed,
  day: number,
  number: number,
  reviews: Map<number, readonly Review[]>,
): Order {
  const { person, occasion } = visit;
  random.reseed(world.seed, STREAM.order, person, occasion * 2 + part);
  const order = makeOrder(random, world, {
    number,
    purchase: day * DAY_SECONDS + second,
    zip,
    quirk: occasion === 0 && part === 0 ? world.quirks.get(person) : undefined,
    status: statusInTail(day - world.period.regularLastDay),
  });
  if (part === 0) {
    if (twice) reviews.set(person, order.reviews);
    return order;
  }
  const earlier = reviews.get(person) ?? [];
  return earlier.length > 0 && random.chance(SHARED_REVIEW) ? { ...order, reviews: earlier } : order;
}

/** After the trickle that follows regular trade, orders are canceled, but for one that is shipped. */
function statusInTail(daysAfterRegularTrade: number): OrderStatus | undefined {
  if (daysAfterRegularTrade <= 1) return undefined;
  return daysAfterRegularTrade === TAIL_SHIPPED ? 'shipped' : 'canceled';
}

/** Decides whether and when the person comes back: puts the next visit into the calendar, or returns their fate. */
function settle(
  random: Random,
  world: World,
  { visit, unitRate, twice }: Placed,
  day: number,
  experience: Experience,
  agenda: Agenda,
): FateEvent | null {
  const { loyalty, clock } = world;
  const { person, occasion, firstDay } = visit;
  random.reseed(world.seed, STREAM.loyalty, person, occasion);
  const leaves = random.chance(dropoutProbability(loyalty, experience, occasion));
  const dropDay = leaves ? Math.min(visit.dropDay, experience.knownDay) : visit.dropDay;
  const orders = visit.orders + (twice ? 2 : 1);
  const rate = loyalty.meanRate * unitRate;
  const next = clock.dayAt(clock.endOf(day) + random.exponential() / rate);
  if (next !== null && next <= dropDay) {
    agenda.add(next, { person, occasion: occasion + 1, orders, firstDay, dropDay });
    return null;
  }
  return { kind: 'fate', person, firstDay, orders, rate, dropDay };
}
