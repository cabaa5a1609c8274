import { idField, moneyField, plainField, textField } from './csv';
import { timeText } from './dates';
import type { OrderEvent, World } from './history';
import { hexId, ID_KIND } from './ids';
import type { Review } from './order';
import { zipText } from './places';

/** The lines that one order adds to each of the five files that grow with the orders. */
export interface OrderRows {
  customers: string;
  orders: string;
  items: string;
  payments: string;
  reviews: string;
}

export function rowsOf(world: World, event: OrderEvent): OrderRows {
  const orderId = hexId(world.seed, ID_KIND.order, event.number);
  const customerId = hexId(world.seed, ID_KIND.customer, event.number);
  return {
    customers: customerRow(world, event, customerId),
    orders: orderRow(event, orderId, customerId),
    items: itemRows(world, event, orderId),
    payments: paymentRows(event, orderId),
    reviews: event.order.reviews.map((review) => reviewRow(world.seed, review, orderId)).join(''),
  };
}

function customerRow({ seed, places }: World, { person, zip }: OrderEvent, customerId: string): string {
  const city = places.cities[places.cityOfZip[zip] ?? 0];
  const personId = hexId(seed, ID_KIND.person, person);
  const prefix = zipText(places.zips[zip] ?? 0);
  return `${idField(customerId)},${idField(personId)},"${prefix}",${textField(city?.name ?? '')},${city?.state ?? ''}\n`;
}

function orderRow({ order }: OrderEvent, orderId: string, customerId: string): string {
  const { purchase, approved, carrier, delivered, estimated } = order.timeline;
  const times = `${timeText(purchase)},${timeText(approved)},${timeText(carrier)},${timeText(delivered)},${timeText(estimated)}`;
  return `${idField(orderId)},${idField(customerId)},${order.status},${times}\n`;
}

function itemRows({ catalogue }: World, { order }: OrderEvent, orderId: string): string {
  const limit = timeText(order.timeline.shippingLimit);
  let rows = '';
  order.items.forEach(({ product, seller, cents, freightCents }, index) => {
    const productId = idField(catalogue.productIds[product] ?? '');
    const sellerId = idField(catalogue.sellers.ids[seller] ?? '');
    rows += `${idField(orderId)},${index + 1},${productId},${sellerId},${limit},${moneyField(cents)},${moneyField(freightCents)}\n`;
  });
  return rows;
}

function paymentRows({ order }: OrderEvent, orderId: string): string {
  let rows = '';
  order.payments.forEach(({ type, instalments, cents }, index) => {
    rows += `${idField(orderId)},${index + 1},${type},${instalments},${moneyField(cents)}\n`;
  });
  return rows;
}

/** Unlike everywhere else, identifiers in the reviews are never quoted. */
function reviewRow(seed: number, review: Review, orderId: string): string {
  const id = hexId(seed, review.second ? ID_KIND.secondReview : ID_KIND.review, review.order);
  const words = `${plainField(review.title)},${plainField(review.message)}`;
  return `${id},${orderId},${review.score},${words},${timeText(review.created)},${timeText(review.answered)}\n`;
}
