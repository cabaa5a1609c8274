import { DAY_SECONDS, dateOf, dayOfSecond } from './dates';
import type { OrderStatus, PaymentType, Timeline } from './order';
import { exp } from './portableMath';
import type { Random } from './random';

/** How full the roads and depots are, by month: parcels take so many times as long. */
const CONGESTION = [1.14, 1.48, 1.52, 1.1, 1.0, 0.87, 0.87, 0.87, 0.98, 1.0, 1.38, 1.28];
const LOST_FOR_A_WHILE = 0.02;
const HOUR = 3600;
/** Days that sellers are given to hand over a parcel, as often as they stand here. */
const HANDOVER_DAYS = [3, 4, 4, 4, 4, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 7, 9, 9, 15];

export interface Shipment {
  purchase: number;
  payment: PaymentType;
  kilometres: number;
  /** 1 for a usual seller, above for a slow one. */
  slowness: number;
}

/**
 * The course of an order that goes well until its end: approved, handed to the carrier, delivered, in this order; and
 * the day that was promised. Whether the parcel is late comes out of the distance, the seller, the month and chance.
 */
export function drawTimeline(random: Random, shipment: Shipment): Timeline & { carrier: number; delivered: number } {
  const { purchase, kilometres } = shipment;
  const approved = purchase + Math.round(HOUR * approvalHours(random, shipment.payment));
  const congestion = CONGESTION[dateOf(dayOfSecond(purchase)).month - 1] ?? 1;
  const handover = shipment.slowness * Math.min(60, random.lognormal(1.9, 0.7)) * (0.5 + 0.5 * congestion);
  const detour = random.chance(LOST_FOR_A_WHILE) ? random.between(2, 4) : 1;
  const transit = Math.min(150, random.lognormal(usualTransit(kilometres) * 0.86, 0.55) * congestion * detour);
  const carrier = approved + Math.round(DAY_SECONDS * Math.max(0.05, handover));
  const promised = Math.round(4 + 1.35 * usualTransit(kilometres) + random.between(5, 14));
  return {
    purchase,
    approved,
    carrier,
    delivered: carrier + Math.round(DAY_SECONDS * Math.max(0.2, transit)),
    estimated: (dayOfSecond(purchase) + promised) * DAY_SECONDS,
    shippingLimit: approved + random.pick(HANDOVER_DAYS) * DAY_SECONDS,
  };
}

/** Blanks the times that an order of this status has not come to. */
export function cutTimeline(random: Random, status: OrderStatus, timeline: Timeline): Timeline {
  switch (status) {
    case 'delivered':
      return timeline;
    case 'shipped':
      return { ...timeline, delivered: null };
    case 'created':
      return { ...timeline, approved: null, carrier: null, delivered: null };
    case 'canceled': {
      const reached = random.uniform();
      if (reached < 0.23) return { ...timeline, approved: null, carrier: null, delivered: null };
      if (reached < 0.88) return { ...timeline, carrier: null, delivered: null };
      return reached < 0.99 ? { ...timeline, delivered: null } : timeline;
    }
    default:
      return { ...timeline, carrier: null, delivered: null };
  }
}

/** Mean days on the road, for a distance. */
function usualTransit(kilometres: number): number {
  return 3 + 4 * (1 - exp(-kilometres / 300)) + kilometres * 0.0052;
}

function approvalHours(random: Random, payment: PaymentType): number {
  switch (payment) {
    case 'boleto':
      return Math.min(240, random.lognormal(28, 0.65));
    case 'debit_card':
      return Math.min(120, random.lognormal(0.9, 1.4));
    case 'voucher':
      return random.chance(0.7) ? random.lognormal(0.3, 0.4) : random.between(2, 40);
    default:
      return random.chance(0.82) ? random.lognormal(0.27, 0.4) : random.between(0.6, 40);
  }
}
