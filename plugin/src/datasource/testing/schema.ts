import type { SchemaBody } from '@contract';

/** A schema with two marts that share a column, one whose column needs quotes, and two of the backend's macros. */
export function schemaWith(changed: Partial<SchemaBody> = {}): SchemaBody {
  return {
    tables: [
      {
        name: 'fct_orders',
        grain: 'one row per order, whatever its status',
        columns: [
          { name: 'order_key', type: 'BIGINT', description: 'number of the order, from 1, by purchase time' },
          { name: 'state', type: 'VARCHAR', description: 'state of the address the order was placed from' },
          { name: 'purchased_at', type: 'TIMESTAMP', description: 'when the order was placed' },
          { name: 'payment_value', type: 'DECIMAL(12,2)', description: "sum of the order's payments" },
        ],
      },
      {
        name: 'dim_sellers',
        grain: 'one row per seller',
        columns: [
          { name: 'seller_id', type: 'VARCHAR', description: 'the id of the seller' },
          { name: 'state', type: 'VARCHAR', description: "state of the seller's address" },
          { name: 'order', type: 'INTEGER', description: 'a name that SQL uses itself' },
        ],
      },
    ],
    functions: ['avg', 'date_trunc', 'sum'],
    macros: [
      { usage: '$__timeFilter(column)', help: 'True for moments within the time range.' },
      { usage: '$__timeGroup(column, interval)', help: 'The start of the interval in which a moment lies.' },
      { usage: '$__interval', help: 'An INTERVAL as long as one step of the picture.' },
      { usage: '$__asOf()', help: 'The day as of which customers are judged.' },
    ],
    allowed: true,
    ...changed,
  };
}
