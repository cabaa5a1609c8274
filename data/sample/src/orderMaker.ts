import { drawBasket, farthest } from './basket';
import type { Catalogue } from './catalogue';
import { DAY_SECONDS, dateOf, dayOfSecond } from './dates';
import { cutTimeline, drawTimeline } from './delivery';
import type { Experience, Item, Order, OrderStatus, Payment, Timeline } from './order';
import { drawPayments, mainType } from './payments';
import type { Period } from './period';
import type { Places } from './places';
import { ln } from './portableMath';
import type { Quirk } from './quirks';
import type { Random } from './random';
import { drawReviews, drawScore } from './reviews';
import { blackFridayOf } from './season';
import { drawStatus, lacksItems } from './status';

/** Everything that orders are drawn from. */
export interface Shop {
  seed: number;
  period: Period;
  places: Places;
  catalogue: Catalogue;
}

export interface OrderRequest {
  /** The order's number, which makes its ids. */
  number: number;
  purchase: number;
  /** Index of the customer's zip prefix in `Places`. */
  zip: number;
  quirk: Quirk | undefined;
  /** The status, where it is not left to chance. */
  status: OrderStatus | undefined;
}

const USUAL_LOG_VALUE = 4.7;
const LOG_VALUE_SPREAD = 0.8;
/** How late an order that never arrives counts, in days. */
const NEVER_ARRIVED = 10;

/** Draws an order; the same state of `random` gives the same order. */
export function makeOrder(random: Random, shop: Shop, request: OrderRequest): Order {
  const { catalogue, places } = shop;
  const city = places.cityOfZip[request.zip] ?? 0;
  const items = drawBasket(random, catalogue, places, city, isSale(request.purchase));
  const cents = items.reduce((sum, item) => sum + item.cents + item.freightCents, 0);
  const payments = drawPayments(random, cents);
  const seller = items[0]?.seller ?? 0;
  const full = drawTimeline(random, {
    purchase: request.purchase,
    payment: mainType(payments),
    kilometres: farthest(items, catalogue, places, city),
    slowness: catalogue.sellers.slowness[seller] ?? 1,
  });
  const status = statusOf(random, request, full, shop.period);
  const timeline = quirkyTimeline(cutTimeline(random, status, full), request.quirk);
  const daysLate = status === 'delivered' ? lateness(full) : NEVER_ARRIVED;
  const score = drawScore(random, status, daysLate, catalogue.sellers.quality[seller] ?? 0);
  const reviews = drawReviews(random, request.number, score, timeline, request.quirk === 'twoReviews');
  return {
    status,
    items: lacksItems(random, status) ? [] : items,
    payments: quirkyPayments(payments, request.quirk),
    timeline,
    reviews,
    experience: experienceOf(items, timeline, daysLate, score),
  };
}

/** Days by which the parcel missed the promised day; arriving at any hour of that day is on time. */
export function lateness({ delivered, estimated }: { delivered: number; estimated: number }): number {
  return Math.max(0, dayOfSecond(delivered) - dayOfSecond(estimated));
}

function statusOf(random: Random, request: OrderRequest, full: { delivered: number; carrier: number }, period: Period) {
  const drawn = drawStatus(random);
  if (request.status !== undefined) return request.status;
  if (request.quirk !== undefined) return statusOfQuirk(request.quirk);
  const end = (period.lastDay + 1) * DAY_SECONDS;
  // What was on its way when the files were written stays on its way.
  if (drawn === 'delivered' && full.delivered >= end) return full.carrier >= end ? 'processing' : 'shipped';
  return drawn;
}

function statusOfQuirk(quirk: Quirk): OrderStatus {
  switch (quirk) {
    case 'created':
    case 'approved':
      return quirk;
    case 'undefinedPayment':
      return 'canceled';
    default:
      return 'delivered';
  }
}

function quirkyTimeline(timeline: Timeline, quirk: Quirk | undefined): Timeline {
  if (quirk === 'deliveredWithoutApproval' || quirk === 'undefinedPayment') return { ...timeline, approved: null };
  if (quirk === 'deliveredWithoutDate') return { ...timeline, delivered: null };
  return timeline;
}

function quirkyPayments(payments: readonly Payment[], quirk: Quirk | undefined): readonly Payment[] {
  switch (quirk) {
    case 'withoutPayment':
      return [];
    case 'undefinedPayment':
      return [{ type: 'not_defined', instalments: 1, cents: 0 }];
    case 'zeroInstalments':
      return [{ type: 'credit_card', instalments: 0, cents: payments.reduce((sum, { cents }) => sum + cents, 0) }];
    default:
      return payments;
  }
}

function experienceOf(items: readonly Item[], timeline: Timeline, daysLate: number, score: number): Experience {
  const reais = items.reduce((sum, { cents }) => sum + cents, 0) / 100;
  const value = (ln(Math.max(1, reais)) - USUAL_LOG_VALUE) / LOG_VALUE_SPREAD;
  const disappointed = dayOfSecond(timeline.estimated) + 2;
  const arrived = timeline.delivered === null ? disappointed : dayOfSecond(timeline.delivered) + 1;
  return { daysLate, score, value: Math.min(2.5, Math.max(-2.5, value)), knownDay: Math.min(arrived, disappointed) };
}

/** The four days from Black Friday on. */
function isSale(purchase: number): boolean {
  const day = dayOfSecond(purchase);
  const since = day - blackFridayOf(dateOf(day).year);
  return since >= 0 && since <= 3;
}
