import { drawBasket } from './basket';
import { makeCatalogue } from './catalogue';
import { DAY_SECONDS, dayOf } from './dates';
import { cutTimeline, drawTimeline } from './delivery';
import type { OrderStatus } from './order';
import { drawPayments } from './payments';
import { makePlaces } from './places';
import { plantQuirks } from './quirks';
import { Random } from './random';
import { drawReviews, drawScore } from './reviews';

const places = makePlaces(1, 2000);
const catalogue = makeCatalogue(1, 2000, places);
const random = (): Random => new Random().reseed(9, 1, 1);
const city = (name: string): number => places.cities.findIndex((entry) => entry.name === name);
const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

function timelines(kilometres: number, month: number, count = 3000) {
  const draws = random();
  const purchase = dayOf(2018, month, 10) * DAY_SECONDS + 40_000;
  return Array.from({ length: count }, () =>
    drawTimeline(draws, { purchase, payment: 'boleto', kilometres, slowness: 1 }),
  );
}

describe('a basket', () => {
  it('holds one item mostly, at positive prices', () => {
    const draws = random();
    const baskets = Array.from({ length: 5000 }, () => drawBasket(draws, catalogue, places, 0, false));
    expect(mean(baskets.map((items) => items.length))).toBeGreaterThan(1.08);
    expect(mean(baskets.map((items) => items.length))).toBeLessThan(1.25);
    for (const { cents, freightCents, product, seller } of baskets.flat()) {
      expect(cents).toBeGreaterThan(0);
      expect(freightCents).toBeGreaterThanOrEqual(0);
      expect(catalogue.sellerOf[product]).toBe(seller);
    }
  });

  it('costs more to ship far away, and less to buy in a sale', () => {
    const freight = (name: string): number => {
      const draws = random();
      return mean(
        Array.from(
          { length: 2000 },
          () => drawBasket(draws, catalogue, places, city(name), false)[0]?.freightCents ?? 0,
        ),
      );
    };
    expect(freight('manaus')).toBeGreaterThan(1.6 * freight('sao paulo'));
    const price = (sale: boolean): number => {
      const draws = random();
      return mean(Array.from({ length: 5000 }, () => drawBasket(draws, catalogue, places, 0, sale)[0]?.cents ?? 0));
    };
    expect(price(true)).toBeLessThan(price(false));
  });
});

describe('payments', () => {
  it('add up to the order, but for interest on long instalments', () => {
    const draws = random();
    for (let cents = 300; cents < 400_000; cents += 137) {
      const payments = drawPayments(draws, cents);
      const paid = payments.reduce((sum, payment) => sum + payment.cents, 0);
      const long = payments.some(({ instalments }) => instalments >= 10);
      expect(paid).toBeGreaterThanOrEqual(cents);
      expect(paid).toBeLessThanOrEqual(Math.round(cents * (long ? 1.06 : 1)));
      for (const payment of payments) expect(payment.cents).toBeGreaterThan(0);
    }
  });

  it('use every type, vouchers and several payments among them', () => {
    const draws = random();
    const all = Array.from({ length: 5000 }, () => drawPayments(draws, 15_000));
    const types = new Set(all.flat().map(({ type }) => type));
    expect([...types].sort()).toEqual(['boleto', 'credit_card', 'debit_card', 'voucher']);
    expect(Math.max(...all.map((payments) => payments.length))).toBeGreaterThan(2);
    expect(Math.max(...all.flat().map(({ instalments }) => instalments))).toBeGreaterThanOrEqual(10);
  });
});

describe('delivery', () => {
  it('happens in order, with the promise at midnight', () => {
    for (const { purchase, approved, carrier, delivered, estimated, shippingLimit } of timelines(400, 3)) {
      expect(approved).toBeGreaterThan(purchase);
      expect(carrier).toBeGreaterThan(approved ?? Infinity);
      expect(delivered).toBeGreaterThan(carrier);
      expect(estimated % DAY_SECONDS).toBe(0);
      expect(estimated).toBeGreaterThan(purchase);
      expect(shippingLimit).toBeGreaterThan(purchase);
    }
  });

  it('takes longer over a distance and in crowded months, and is late more often then', () => {
    const days = (kilometres: number, month: number): number =>
      mean(timelines(kilometres, month).map(({ delivered, purchase }) => (delivered - purchase) / DAY_SECONDS));
    expect(days(2500, 6)).toBeGreaterThan(1.5 * days(50, 6));
    expect(days(400, 3)).toBeGreaterThan(1.2 * days(400, 7));
    const late = (month: number): number =>
      mean(timelines(400, month).map((t) => (t.delivered - DAY_SECONDS >= t.estimated ? 1 : 0)));
    expect(late(3)).toBeGreaterThan(2 * late(7));
    expect(late(7)).toBeGreaterThan(0);
  });

  it.each<[OrderStatus, [boolean, boolean, boolean]]>([
    ['delivered', [true, true, true]],
    ['shipped', [true, true, false]],
    ['processing', [true, false, false]],
    ['unavailable', [true, false, false]],
    ['created', [false, false, false]],
  ])('of a %s order has come so far: %j', (status, reached) => {
    const [timeline] = timelines(100, 5, 1);
    if (timeline === undefined) throw new Error('no timeline');
    const { approved, carrier, delivered } = cutTimeline(random(), status, timeline);
    expect([approved, carrier, delivered].map((time) => time !== null)).toEqual(reached);
  });

  it('of a canceled order stopped anywhere', () => {
    const draws = random();
    const seen = new Set<string>();
    for (const timeline of timelines(100, 5, 1500)) {
      const { approved, carrier, delivered } = cutTimeline(draws, 'canceled', timeline);
      seen.add([approved, carrier, delivered].map((time) => (time === null ? 'no' : 'yes')).join());
    }
    expect([...seen].sort()).toEqual(['no,no,no', 'yes,no,no', 'yes,yes,no', 'yes,yes,yes']);
  });
});

describe('reviews', () => {
  const score = (status: OrderStatus, daysLate: number, quality = 0): number => {
    const draws = random();
    return mean(Array.from({ length: 4000 }, () => drawScore(draws, status, daysLate, quality)));
  };

  it('are worse the later the parcel, and worst when none came', () => {
    expect(score('delivered', 0)).toBeGreaterThan(4);
    expect(score('delivered', 3)).toBeLessThan(score('delivered', 1));
    expect(score('delivered', 8)).toBeLessThan(2.3);
    expect(score('unavailable', 10)).toBeLessThan(2);
    expect(score('delivered', 0, 2)).toBeGreaterThan(score('delivered', 0, -2));
  });

  it('come after the parcel or the promised day, and are answered later', () => {
    const draws = random();
    const written = timelines(800, 2).flatMap((timeline) =>
      drawReviews(draws, 1, 2, timeline, false).map((review) => ({ review, timeline })),
    );
    for (const { review, timeline } of written) {
      expect(review.created).toBeGreaterThan(Math.min(timeline.delivered, timeline.estimated));
      expect(review.created % DAY_SECONDS).toBe(0);
      expect(review.answered).toBeGreaterThan(review.created);
      expect([1, 2, 3, 4, 5]).toContain(review.score);
    }
    expect(written.some(({ review, timeline }) => review.created < timeline.delivered)).toBe(true);
    expect(written.length).toBeGreaterThan(2900);
  });

  it('are two when they must be', () => {
    const [timeline] = timelines(100, 5, 1);
    if (timeline === undefined) throw new Error('no timeline');
    const [first, second] = drawReviews(random(), 4, 5, timeline, true);
    expect(first?.second).toBe(false);
    expect(second?.second).toBe(true);
    expect(second?.created).toBeGreaterThan(first?.created ?? Infinity);
  });
});

describe('quirks', () => {
  it.each([100, 10_500, 300_000])('are all there among %p customers, with one order without payment', (customers) => {
    const planted = plantQuirks(customers);
    const kinds = [...planted.values()];
    expect(new Set(kinds).size).toBe(8);
    expect(kinds.filter((kind) => kind === 'withoutPayment')).toHaveLength(1);
    expect(Math.max(...planted.keys())).toBeLessThan(customers * 0.85);
  });
});
