import type { FieldConfig, SalesMeasure } from '../contract';

/** How each measure is computed over lines of `fct_sales`: an order or customer with several lines counts once. */
export const MEASURE_SQL: Record<SalesMeasure, string> = {
  revenue: 'round(sum(revenue), 2)::DOUBLE',
  orders: 'count(DISTINCT order_key)::DOUBLE',
  customers: 'count(DISTINCT customer_key)::DOUBLE',
};

export const MEASURE_CONFIG: Record<SalesMeasure, FieldConfig> = {
  revenue: { unit: 'currencyBRL', description: 'What customers paid for purchases (not canceled, not unavailable).' },
  orders: { unit: 'short', description: 'Purchases (orders not canceled and not unavailable).' },
  customers: { unit: 'short', description: 'Different persons with at least one purchase.' },
};
