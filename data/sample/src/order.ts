/** The parts of an order, in numbers: money in cents, times in seconds, days as day numbers. */
export type OrderStatus =
  'delivered' | 'shipped' | 'canceled' | 'unavailable' | 'invoiced' | 'processing' | 'created' | 'approved';

export type PaymentType = 'credit_card' | 'boleto' | 'voucher' | 'debit_card' | 'not_defined';

export interface Item {
  product: number;
  seller: number;
  cents: number;
  freightCents: number;
}

export interface Payment {
  type: PaymentType;
  instalments: number;
  cents: number;
}

export interface Timeline {
  purchase: number;
  approved: number | null;
  carrier: number | null;
  delivered: number | null;
  /** Midnight at the beginning of the promised day. */
  estimated: number;
  shippingLimit: number;
}

export interface Review {
  /** Makes the review's id, together with `second`. */
  order: number;
  /** True for the second review of one order. */
  second: boolean;
  score: number;
  title: string;
  message: string;
  created: number;
  answered: number;
}

/** What a person makes of an order, which decides whether they stay. */
export interface Experience {
  /** Days after the promised day; 0 when on time. */
  daysLate: number;
  /** Review score 1 to 5, also when they wrote none. */
  score: number;
  /** How large the order was: standard deviations above the usual, on a logarithmic scale. */
  value: number;
  /** The day on which the person knows all this. */
  knownDay: number;
}

export interface Order {
  status: OrderStatus;
  items: readonly Item[];
  payments: readonly Payment[];
  timeline: Timeline;
  reviews: readonly Review[];
  experience: Experience;
}
