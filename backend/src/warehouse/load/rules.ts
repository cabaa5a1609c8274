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
  /** SELECT of `row_id` and `reason`. */
  sql: string;
  /** The source's key columns of a staging row `s`, as a list of texts; `o` is its order. */
  record: string;
  /** Whether rows are told by their order. */
  ofOrder: boolean;
}

const ofOrder = (sql: string, record: string): Rules => ({ sql, record, ofOrder: true });
const ofItself = (sql: string, column: string): Rules => ({ sql, record: `[s.${column}]`, ofOrder: false });

export const RULES: Partial<Record<SourceTable, Rules>> = {
  customers: ofItself(customers, 'customer_id'),
  orders: ofItself(orders, 'order_id'),
  order_items: ofOrder(orderItems, '[coalesce(o.order_id, s.unknown_order_id), cast(s.item_number as varchar)]'),
  order_payments: ofOrder(
    orderPayments,
    '[coalesce(o.order_id, s.unknown_order_id), cast(s.payment_number as varchar)]',
  ),
  order_reviews: ofOrder(orderReviews, '[s.review_id, coalesce(o.order_id, s.unknown_order_id)]'),
  products: ofItself(products, 'product_id'),
  sellers: ofItself(sellers, 'seller_id'),
  translation: ofItself(translation, 'product_category_name'),
};

/** Reasons of this ending mean a broken key: the row points at another that is not there. */
export const BROKEN_KEY = 'is not among the accepted';
