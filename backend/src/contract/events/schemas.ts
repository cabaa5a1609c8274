import { listOf, orNull, type RowSchema, type Schema } from '../rest/schema';
import { amount, at, id, line, lines, status, whole } from './fields';
import type { EventType } from './types';

/** The fields of one type of event: those that it must have, and those that it may have. */
interface Fields {
  needed?: Readonly<Record<string, Schema>>;
  free?: Readonly<Record<string, Schema>>;
}

const object = (title: string, { needed = {}, free = {} }: Fields, description?: string): RowSchema => ({
  type: 'object',
  title,
  description,
  additionalProperties: false,
  required: Object.keys(needed),
  properties: { ...needed, ...free },
});

const measure = (description: string): Schema => ({ type: 'number', minimum: 0, maximum: 1e6, description });

const ITEM = object('Item', {
  needed: {
    product_id: id('The shop’s id of the product.'),
    seller_id: id('The shop’s id of the seller.'),
    price: amount('Price of the item, without freight.'),
    freight_value: amount('Freight charged for it.'),
  },
  free: {
    shipping_limit_at: at('Until when the seller has to hand it over.'),
    category: line('Category of the product in the shop’s own words; used for products that the files lack.'),
    photos: measure('Photos of the product; likewise.'),
    weight_g: measure('Weight in grams; likewise.'),
    length_cm: measure('Length in centimetres; likewise.'),
    height_cm: measure('Height in centimetres; likewise.'),
    width_cm: measure('Width in centimetres; likewise.'),
    seller_zip_prefix: line('First digits of the seller’s zip code; used for sellers that the files lack.', 16),
    seller_city: line('City of the seller; likewise.'),
    seller_state: line('State of the seller; likewise.', 32),
  },
});

const PAYMENT = object('Payment', {
  needed: { type: line('E.g. credit_card, boleto, voucher or debit_card.', 64), value: amount('Amount paid.') },
  free: {
    instalments: whole(0, 999, 'Number of instalments; absent: 1.'),
    number: whole(1, 9_999, 'Number within the order; absent: place in the list, from 1.'),
  },
});

const order = { order_id: id('The shop’s id of the order.') };
const payments: Schema = { ...listOf(PAYMENT, 'All payments of the order; the latest list counts.'), maxItems: 100 };

const FIELDS: Record<EventType, Fields & { title: string; says: string }> = {
  order_placed: {
    title: 'Order placed',
    says: 'A customer has placed an order. Sent again with another id, it takes the place of the earlier one.',
    needed: {
      ...order,
      zip_prefix: line('First digits of the zip code of the address.', 16),
      city: line('City of the address.'),
      state: line('State of the address.', 32),
      items: { ...listOf(ITEM, 'The items, numbered by their place.'), maxItems: 200 },
    },
    free: {
      payments,
      estimated_delivery_at: at('Until when delivery is promised.'),
      status: status('created'),
    },
  },
  order_paid: {
    title: 'Order paid',
    says: 'An order’s payment was approved.',
    needed: order,
    free: {
      approved_at: orNull(at('When it was approved; absent: occurred_at; null: not known.')),
      payments,
      status: status('approved'),
    },
  },
  order_canceled: {
    title: 'Order canceled',
    says: 'An order will not be delivered.',
    needed: order,
    free: { status: status('canceled') },
  },
  order_delivered: {
    title: 'Order delivered',
    says: 'An order was received, or, with the status shipped, handed to the carrier.',
    needed: order,
    free: {
      delivered_at: orNull(at('When it was received; absent: occurred_at, unless shipped; null: not known.')),
      carrier_at: orNull(at('When the carrier took it over; absent: occurred_at if shipped, else not known.')),
      status: status('delivered'),
    },
  },
  order_reviewed: {
    title: 'Order reviewed',
    says: 'A customer has reviewed an order; occurred_at is when.',
    needed: { ...order, score: whole(1, 5, 'Stars.') },
    free: {
      review_id: id('The shop’s id of the review; absent: the event’s id.'),
      title: lines('Title of the comment.', 500),
      message: lines('Text of the comment.', 8_000),
      created_at: at('When the customer was asked.'),
    },
  },
  support_ticket_opened: {
    title: 'Support ticket opened',
    says: 'A customer has asked for help.',
    free: {
      ...order,
      ticket_id: id('Id of the ticket.'),
      topic: line('What it is about.'),
    },
  },
  email_opened: {
    title: 'E-mail opened',
    says: 'A customer has opened an e-mail of the shop.',
    free: { campaign: line('The campaign.') },
  },
  email_clicked: {
    title: 'E-mail clicked',
    says: 'A customer has followed a link of an e-mail.',
    free: { campaign: line('The campaign.'), link: line('The link.', 2_000) },
  },
  payment_failed: {
    title: 'Payment failed',
    says: 'A payment did not go through.',
    free: {
      ...order,
      payment_type: line('E.g. credit_card.', 64),
      value: amount('Amount.'),
      reason: line('Why.'),
    },
  },
  page_viewed: {
    title: 'Page viewed',
    says: 'A customer has looked at a page of the shop.',
    free: { page: line('The page.', 2_000), product_id: id('The product it shows.') },
  },
};

function schemaOf(type: EventType): RowSchema {
  const { title, says, needed, free } = FIELDS[type];
  const common: Readonly<Record<string, Schema>> = {
    id: id('The sender’s own id of the event: whatever comes with the same id is the same event.'),
    type: { type: 'string', enum: [type], description: 'What happened.' },
    occurred_at: at('When it happened: not more than five minutes ahead.'),
    customer_id: id('The person: customer_unique_id in the shop’s files.'),
  };
  return object(title, { needed: { ...common, ...needed }, free }, says);
}

/** The JSON Schema of each type of event, which REST and Kafka have in common. */
export const EVENT_SCHEMAS: Readonly<Record<EventType, RowSchema>> = {
  order_placed: schemaOf('order_placed'),
  order_paid: schemaOf('order_paid'),
  order_canceled: schemaOf('order_canceled'),
  order_delivered: schemaOf('order_delivered'),
  order_reviewed: schemaOf('order_reviewed'),
  support_ticket_opened: schemaOf('support_ticket_opened'),
  email_opened: schemaOf('email_opened'),
  email_clicked: schemaOf('email_clicked'),
  payment_failed: schemaOf('payment_failed'),
  page_viewed: schemaOf('page_viewed'),
};

/** The JSON Schema of any event. */
export const EVENT_SCHEMA: Schema = { title: 'Event', oneOf: Object.values(EVENT_SCHEMAS) };
