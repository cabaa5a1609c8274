/** The nine files under Kaggle's names, with Kaggle's columns (and its spelling of `lenght`). */
export const FILES = {
  customers: {
    name: 'olist_customers_dataset.csv',
    columns: ['customer_id', 'customer_unique_id', 'customer_zip_code_prefix', 'customer_city', 'customer_state'],
  },
  geolocation: {
    name: 'olist_geolocation_dataset.csv',
    columns: [
      'geolocation_zip_code_prefix',
      'geolocation_lat',
      'geolocation_lng',
      'geolocation_city',
      'geolocation_state',
    ],
  },
  items: {
    name: 'olist_order_items_dataset.csv',
    columns: ['order_id', 'order_item_id', 'product_id', 'seller_id', 'shipping_limit_date', 'price', 'freight_value'],
  },
  payments: {
    name: 'olist_order_payments_dataset.csv',
    columns: ['order_id', 'payment_sequential', 'payment_type', 'payment_installments', 'payment_value'],
  },
  reviews: {
    name: 'olist_order_reviews_dataset.csv',
    columns: [
      'review_id',
      'order_id',
      'review_score',
      'review_comment_title',
      'review_comment_message',
      'review_creation_date',
      'review_answer_timestamp',
    ],
  },
  orders: {
    name: 'olist_orders_dataset.csv',
    columns: [
      'order_id',
      'customer_id',
      'order_status',
      'order_purchase_timestamp',
      'order_approved_at',
      'order_delivered_carrier_date',
      'order_delivered_customer_date',
      'order_estimated_delivery_date',
    ],
  },
  products: {
    name: 'olist_products_dataset.csv',
    columns: [
      'product_id',
      'product_category_name',
      'product_name_lenght',
      'product_description_lenght',
      'product_photos_qty',
      'product_weight_g',
      'product_length_cm',
      'product_height_cm',
      'product_width_cm',
    ],
  },
  sellers: {
    name: 'olist_sellers_dataset.csv',
    columns: ['seller_id', 'seller_zip_code_prefix', 'seller_city', 'seller_state'],
  },
  translation: {
    name: 'product_category_name_translation.csv',
    columns: ['product_category_name', 'product_category_name_english'],
  },
} as const;

export type FileKey = keyof typeof FILES;
export const FILE_KEYS = Object.keys(FILES).filter((key): key is FileKey => key in FILES);

/** Folder of the planted truth inside the output folder, and its file. */
export const TRUTH_FOLDER = '_truth';
export const TRUTH_FILE = 'customers.csv';
export const TRUTH_COLUMNS = [
  'customer_unique_id',
  'first_order_date',
  'orders',
  'purchase_rate_per_day',
  'dropout_date',
  'alive_at_end',
  'p_next_180',
] as const;
