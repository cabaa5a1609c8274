/** The nine files of the Olist data set, with Kaggle's names, headers and our types. Nothing is guessed from content. */
export const SOURCE_TABLES = [
  'customers',
  'orders',
  'order_items',
  'order_payments',
  'order_reviews',
  'products',
  'sellers',
  'geolocation',
  'translation',
] as const;

export type SourceTable = (typeof SOURCE_TABLES)[number];

export type SourceType = 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'DECIMAL(18,2)' | 'TIMESTAMP';

export interface Source {
  table: SourceTable;
  /** File name without `.csv` or `.csv.gz`. */
  file: string;
  required: boolean;
  /** What is missing from the dashboards without the file. */
  without?: string;
  columns: Readonly<Record<string, SourceType>>;
  /** The columns that tell a row from all others. */
  key: readonly string[];
}

export const SOURCES: Readonly<Record<SourceTable, Source>> = {
  customers: {
    table: 'customers',
    file: 'olist_customers_dataset',
    required: true,
    columns: {
      customer_id: 'VARCHAR',
      customer_unique_id: 'VARCHAR',
      customer_zip_code_prefix: 'VARCHAR',
      customer_city: 'VARCHAR',
      customer_state: 'VARCHAR',
    },
    key: ['customer_id'],
  },
  orders: {
    table: 'orders',
    file: 'olist_orders_dataset',
    required: true,
    columns: {
      order_id: 'VARCHAR',
      customer_id: 'VARCHAR',
      order_status: 'VARCHAR',
      order_purchase_timestamp: 'TIMESTAMP',
      order_approved_at: 'TIMESTAMP',
      order_delivered_carrier_date: 'TIMESTAMP',
      order_delivered_customer_date: 'TIMESTAMP',
      order_estimated_delivery_date: 'TIMESTAMP',
    },
    key: ['order_id'],
  },
  order_items: {
    table: 'order_items',
    file: 'olist_order_items_dataset',
    required: true,
    columns: {
      order_id: 'VARCHAR',
      order_item_id: 'INTEGER',
      product_id: 'VARCHAR',
      seller_id: 'VARCHAR',
      shipping_limit_date: 'TIMESTAMP',
      price: 'DECIMAL(18,2)',
      freight_value: 'DECIMAL(18,2)',
    },
    key: ['order_id', 'order_item_id'],
  },
  order_payments: {
    table: 'order_payments',
    file: 'olist_order_payments_dataset',
    required: true,
    columns: {
      order_id: 'VARCHAR',
      payment_sequential: 'INTEGER',
      payment_type: 'VARCHAR',
      payment_installments: 'INTEGER',
      payment_value: 'DECIMAL(18,2)',
    },
    key: ['order_id', 'payment_sequential'],
  },
  order_reviews: {
    table: 'order_reviews',
    file: 'olist_order_reviews_dataset',
    required: false,
    without: 'review scores are unknown',
    columns: {
      review_id: 'VARCHAR',
      order_id: 'VARCHAR',
      review_score: 'INTEGER',
      review_comment_title: 'VARCHAR',
      review_comment_message: 'VARCHAR',
      review_creation_date: 'TIMESTAMP',
      review_answer_timestamp: 'TIMESTAMP',
    },
    key: ['review_id', 'order_id'],
  },
  products: {
    table: 'products',
    file: 'olist_products_dataset',
    required: true,
    columns: {
      product_id: 'VARCHAR',
      product_category_name: 'VARCHAR',
      product_name_lenght: 'DOUBLE',
      product_description_lenght: 'DOUBLE',
      product_photos_qty: 'DOUBLE',
      product_weight_g: 'DOUBLE',
      product_length_cm: 'DOUBLE',
      product_height_cm: 'DOUBLE',
      product_width_cm: 'DOUBLE',
    },
    key: ['product_id'],
  },
  sellers: {
    table: 'sellers',
    file: 'olist_sellers_dataset',
    required: true,
    columns: {
      seller_id: 'VARCHAR',
      seller_zip_code_prefix: 'VARCHAR',
      seller_city: 'VARCHAR',
      seller_state: 'VARCHAR',
    },
    key: ['seller_id'],
  },
  geolocation: {
    table: 'geolocation',
    file: 'olist_geolocation_dataset',
    required: false,
    without: 'zip areas have no place on the map',
    columns: {
      geolocation_zip_code_prefix: 'VARCHAR',
      geolocation_lat: 'DOUBLE',
      geolocation_lng: 'DOUBLE',
      geolocation_city: 'VARCHAR',
      geolocation_state: 'VARCHAR',
    },
    key: [],
  },
  translation: {
    table: 'translation',
    file: 'product_category_name_translation',
    required: false,
    without: "categories keep the shop's own names",
    columns: {
      product_category_name: 'VARCHAR',
      product_category_name_english: 'VARCHAR',
    },
    key: ['product_category_name'],
  },
};
