import { CATEGORIES } from './categories';
import { hexId, ID_KIND } from './ids';
import type { Places } from './places';
import { Random } from './random';
import { STREAM } from './streams';
import { WeightedChoice } from './weightedChoice';

/** What is sold, and by whom; one entry per product or seller in each list. */
export interface Catalogue {
  productIds: readonly string[];
  /** Index in `CATEGORIES`. */
  category: Uint8Array;
  /** False for the few products without category, texts and photos. */
  described: Uint8Array;
  priceCents: Int32Array;
  grams: Int32Array;
  sellerOf: Int32Array;
  /** Draws a product by popularity. */
  product: WeightedChoice;
  sellers: Sellers;
  /** The products of one seller. */
  productsOf(seller: number): readonly number[];
}

export interface Sellers {
  ids: readonly string[];
  /** Index of the seller's zip prefix in `Places`. */
  zip: Int32Array;
  /** How long the seller takes to hand over a parcel: 1 is usual. */
  slowness: Float64Array;
  /** How content the seller's customers are: 0 is usual, 1 a standard deviation better. */
  quality: Float64Array;
}

const MISSING_CATEGORY = 0.0185;

/** Products and sellers for so many customers; every category has a product. */
export function makeCatalogue(seed: number, customers: number, places: Places): Catalogue {
  const productCount = Math.min(100_000, Math.max(300, Math.round(customers * 0.3)));
  const sellerCount = Math.min(10_000, Math.max(40, Math.round(customers * 0.03)));
  const sellers = makeSellers(seed, sellerCount, places);
  const random = new Random().reseed(seed, STREAM.product, 0);
  const sellerChoice = new WeightedChoice(Array.from({ length: sellerCount }, () => random.lognormal(1, 1.2)));
  const categoryChoice = new WeightedChoice(CATEGORIES.map(({ popularity }) => popularity));
  const category = new Uint8Array(productCount);
  const described = new Uint8Array(productCount);
  const priceCents = new Int32Array(productCount);
  const grams = new Int32Array(productCount);
  const sellerOf = new Int32Array(productCount);
  const popularity = new Float64Array(productCount);
  const productsOf: number[][] = Array.from({ length: sellerCount }, () => []);
  for (let product = 0; product < productCount; product += 1) {
    const categoryIndex = product < CATEGORIES.length ? product : categoryChoice.draw(random);
    const traits = CATEGORIES[categoryIndex];
    if (traits === undefined) throw new RangeError(`no category ${categoryIndex}`);
    const seller = sellerChoice.draw(random);
    category[product] = categoryIndex;
    described[product] = product < CATEGORIES.length || !random.chance(MISSING_CATEGORY) ? 1 : 0;
    priceCents[product] = shelfPrice(random.lognormal(traits.medianPrice, traits.spread), random);
    grams[product] = Math.min(40_000, Math.max(50, Math.round(random.lognormal(traits.grams, 0.7) / 25) * 25));
    popularity[product] =
      random.lognormal(1, 1.1) * (product < CATEGORIES.length ? Math.min(1, traits.popularity / 10) : 1);
    sellerOf[product] = seller;
    productsOf[seller]?.push(product);
  }
  return {
    productIds: Array.from({ length: productCount }, (_, index) => hexId(seed, ID_KIND.product, index)),
    category,
    described,
    priceCents,
    grams,
    sellerOf,
    product: new WeightedChoice(popularity),
    sellers,
    productsOf: (seller) => productsOf[seller] ?? [],
  };
}

/** Cents of a price as shops write it: 49.90, 129.99, sometimes 35.00. */
export function shelfPrice(price: number, random: Random): number {
  const whole = Math.max(3, Math.round(Math.min(7000, price)));
  const ending = random.uniform();
  if (ending < 0.55) return whole * 100 - 10;
  if (ending < 0.8) return whole * 100 - 1;
  if (ending < 0.92) return whole * 100;
  return whole * 100 - random.below(100);
}

function makeSellers(seed: number, count: number, places: Places): Sellers {
  const random = new Random().reseed(seed, STREAM.seller, 0);
  const zip = new Int32Array(count);
  const slowness = new Float64Array(count);
  const quality = new Float64Array(count);
  for (let seller = 0; seller < count; seller += 1) {
    zip[seller] = places.sellerZip.draw(random);
    slowness[seller] = random.lognormal(1, 0.3);
    quality[seller] = random.normal();
  }
  return {
    ids: Array.from({ length: count }, (_, index) => hexId(seed, ID_KIND.seller, index)),
    zip,
    slowness,
    quality,
  };
}
