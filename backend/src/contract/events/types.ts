/** What can happen to a customer of a shop. */
export const EVENT_TYPES = [
  'order_placed',
  'order_paid',
  'order_canceled',
  'order_delivered',
  'order_reviewed',
  'support_ticket_opened',
  'email_opened',
  'email_clicked',
  'payment_failed',
  'page_viewed',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Those that make or change orders; the others are things that customers do, rows of `fct_customer_events`. */
export const ORDER_EVENT_TYPES = [
  'order_placed',
  'order_paid',
  'order_canceled',
  'order_delivered',
  'order_reviewed',
] as const satisfies readonly EventType[];

/**
 * The statuses of an order, in the order in which it goes through them. Whatever order the news of it comes in, the
 * status that stands furthest to the right holds.
 */
export const ORDER_STATUSES = [
  'created',
  'approved',
  'processing',
  'invoiced',
  'shipped',
  'delivered',
  'unavailable',
  'canceled',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What all events have. Times are RFC 3339 with an offset, money is in the shop's currency. */
interface EventBase<Type extends EventType> {
  /** The sender's own id of the event: whatever comes with the same id is the same event. */
  id: string;
  type: Type;
  occurred_at: string;
  /** The person: `customer_unique_id` in the shop's files, not the id that the files give to each order. */
  customer_id: string;
}

export interface PlacedItem {
  product_id: string;
  seller_id: string;
  price: number;
  freight_value: number;
  /** Until when the seller has to hand it over. */
  shipping_limit_at?: string;
  /** What is known of a product that the shop's files do not have yet; the category in the shop's own words. */
  category?: string;
  photos?: number;
  weight_g?: number;
  length_cm?: number;
  height_cm?: number;
  width_cm?: number;
  /** Where a seller is that the shop's files do not have yet. */
  seller_zip_prefix?: string;
  seller_city?: string;
  seller_state?: string;
}

export interface OrderPayment {
  /** E.g. credit_card, boleto, voucher, debit_card. */
  type: string;
  /** Absent: 1. */
  instalments?: number;
  value: number;
  /** Its number within the order; absent: its place in the list, from 1. */
  number?: number;
}

/** Sent again with another id, it takes the place of the earlier one. */
export interface OrderPlaced extends EventBase<'order_placed'> {
  order_id: string;
  zip_prefix: string;
  city: string;
  state: string;
  items: readonly PlacedItem[];
  /** All payments of the order, as far as they are known; a later list of an `order_paid` takes their place. */
  payments?: readonly OrderPayment[];
  estimated_delivery_at?: string;
  /** Absent: created. */
  status?: OrderStatus;
}

export interface OrderPaid extends EventBase<'order_paid'> {
  order_id: string;
  /** When the payment was approved; absent: `occurred_at`; null: not known. */
  approved_at?: string | null;
  /** All payments of the order, not only the latest. */
  payments?: readonly OrderPayment[];
  /** Absent: approved. */
  status?: OrderStatus;
}

export interface OrderCanceled extends EventBase<'order_canceled'> {
  order_id: string;
  /** Absent: canceled; the other one is unavailable, where the shop could not deliver. */
  status?: OrderStatus;
}

export interface OrderDelivered extends EventBase<'order_delivered'> {
  order_id: string;
  /** When the customer received it; absent: `occurred_at`; null: not known, or on its way as `status` says. */
  delivered_at?: string | null;
  /** When the carrier took it over; absent or null: not known. */
  carrier_at?: string | null;
  /** Absent: delivered; `shipped` for an order on its way. */
  status?: OrderStatus;
}

export interface OrderReviewed extends EventBase<'order_reviewed'> {
  order_id: string;
  /** Stars, 1 to 5. */
  score: number;
  /** Absent: the event's id. */
  review_id?: string;
  title?: string;
  message?: string;
  /** When the customer was asked; absent: not known. */
  created_at?: string;
}

export interface SupportTicketOpened extends EventBase<'support_ticket_opened'> {
  ticket_id?: string;
  order_id?: string;
  topic?: string;
}

export interface EmailOpened extends EventBase<'email_opened'> {
  campaign?: string;
}

export interface EmailClicked extends EventBase<'email_clicked'> {
  campaign?: string;
  link?: string;
}

export interface PaymentFailed extends EventBase<'payment_failed'> {
  order_id?: string;
  payment_type?: string;
  value?: number;
  reason?: string;
}

export interface PageViewed extends EventBase<'page_viewed'> {
  page?: string;
  product_id?: string;
}

/** Something that happened in the shop. */
export type ShopEvent =
  | OrderPlaced
  | OrderPaid
  | OrderCanceled
  | OrderDelivered
  | OrderReviewed
  | SupportTicketOpened
  | EmailOpened
  | EmailClicked
  | PaymentFailed
  | PageViewed;
