import customers from '../sql/rejects/customers.sql';
import orderItems from '../sql/rejects/order_items.sql';
import orderPayments from '../sql/rejects/order_payments.sql';
import orderReviews from '../sql/rejects/order_reviews.sql';
import orders from '../sql/rejects/orders.sql';
import products from '../sql/rejects/products.sql';
import sellers from '../sql/rejects/sellers.sql';
import translation from '../sql/rejects/translation.sql';
import type { SourceTable } from './sources';

/** Our own reasons to refuse rows of a staging table, beyond what the CSV reader refuses. */
export interface Rules {
  /** SELECT of each row's `row_id` and the `reason` to refuse it, if any. */
  sql: string;
  /** Columns of the staging table that tell its rows apart. */
  key: readonly string[];
  /** The same in the file's own terms, for a staging row `s` and its order `o`: a list of texts. */
  record: string;
  /** Whether the order's id must be looked up for `record`. */
  ofOrder: boolean;
}

const ofItself = (sql: string, column: string): Rules => ({
  sql,
  key: [column],
  record: `[s.${column}]`,
  ofOrder: false,
});

const ORDER_ID = 'coalesce(o.order_id, s.unknown_order_id)';

export const RULES: Partial<Record<SourceTable, Rules>> = {
  customers: ofItself(customers, 'customer_id'),
  orders: ofItself(orders, 'order_id'),
  order_items: {
    sql: orderItems,
    key: ['order_key', 'item_number'],
    record: `[${ORDER_ID}, cast(s.item_number as varchar)]`,
    ofOrder: true,
  },
  order_payments: {
    sql: orderPayments,
    key: ['order_key', 'payment_number'],
    record: `[${ORDER_ID}, cast(s.payment_number as varchar)]`,
    ofOrder: true,
  },
  order_reviews: {
    sql: orderReviews,
    key: ['review_id', 'order_key'],
    record: `[s.review_id, ${ORDER_ID}]`,
    ofOrder: true,
  },
  products: ofItself(products, 'product_id'),
  sellers: ofItself(sellers, 'seller_id'),
  translation: ofItself(translation, 'product_category_name'),
};

/** Part of the reasons that mean a broken key: the row points at another that is not there. */
export const BROKEN_KEY = 'is not among the accepted';

/** The reason of a row whose key an earlier row of the file has. */
export function repeatedKey(columns: readonly string[]): string {
  return columns.length === 1
    ? `${columns[0]} occurs more than once; the first row is kept`
    : `this ${columns.join(' and ')} occurs more than once; the first row is kept`;
}
