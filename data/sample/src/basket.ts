import type { Catalogue } from './catalogue';
import type { Item } from './order';
import type { Places } from './places';
import type { Random } from './random';

/** Cumulative shares of orders with 1, 2, ... items. */
const SIZES = [0.901, 0.977, 0.9904, 0.9955, 0.9976, 0.9995];
const FREE_SHIPPING = 0.0034;

/** Draws what one order holds and what its shipping to `customerCity` costs. */
export function drawBasket(
  random: Random,
  catalogue: Catalogue,
  places: Places,
  customerCity: number,
  sale: boolean,
): Item[] {
  const size = drawSize(random);
  const items = [drawItem(random, catalogue, places, customerCity, catalogue.product.draw(random), sale)];
  const sameProduct = size > 1 && random.chance(0.66);
  while (items.length < size) {
    const first = items[0];
    if (first === undefined) break;
    if (sameProduct) items.push(first);
    else
      items.push(
        drawItem(random, catalogue, places, customerCity, drawCompanion(random, catalogue, first.seller), sale),
      );
  }
  return items;
}

/** Kilometres from the seller of the farthest item to the customer. */
export function farthest(items: readonly Item[], catalogue: Catalogue, places: Places, customerCity: number): number {
  let most = 0;
  for (const { seller } of items)
    most = Math.max(most, places.distance(cityOfSeller(catalogue, places, seller), customerCity));
  return most;
}

function drawSize(random: Random): number {
  const u = random.uniform();
  const index = SIZES.findIndex((share) => u < share);
  // The largest orders hold seven items and more, up to about twenty.
  return index >= 0 ? index + 1 : Math.min(21, 7 + Math.floor(2.5 * random.exponential()));
}

function drawCompanion(random: Random, catalogue: Catalogue, seller: number): number {
  const own = catalogue.productsOf(seller);
  return random.chance(0.6) && own.length > 0 ? random.pick(own) : catalogue.product.draw(random);
}

function drawItem(
  random: Random,
  catalogue: Catalogue,
  places: Places,
  customerCity: number,
  product: number,
  sale: boolean,
): Item {
  const seller = catalogue.sellerOf[product] ?? 0;
  const kilometres = places.distance(cityOfSeller(catalogue, places, seller), customerCity);
  return {
    product,
    seller,
    cents: priceOf(random, catalogue.priceCents[product] ?? 0, sale),
    freightCents: freightOf(random, kilometres, (catalogue.grams[product] ?? 0) / 1000),
  };
}

/** The shelf price, now and then reduced or raised; always positive. */
function priceOf(random: Random, shelf: number, sale: boolean): number {
  const mood = random.uniform();
  if (sale && mood < 0.6) return Math.round(shelf * random.between(0.75, 0.95));
  if (mood > 0.92) return Math.round(shelf * random.between(0.85, 1.08));
  return shelf;
}

function freightOf(random: Random, kilometres: number, kilograms: number): number {
  if (random.chance(FREE_SHIPPING)) return 0;
  const usual = 10 + 0.0085 * kilometres + kilograms * (1.2 + 0.0016 * kilometres);
  return Math.round(100 * Math.min(400, random.lognormal(usual, 0.22)));
}

function cityOfSeller(catalogue: Catalogue, places: Places, seller: number): number {
  return places.cityOfZip[catalogue.sellers.zip[seller] ?? 0] ?? 0;
}
