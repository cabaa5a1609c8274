import { labelOf, type FieldConfig, type KpiKey } from '../../contract';

export interface KpiDefinition {
  key: KpiKey;
  label: string;
  /** Grafana's unit id. */
  unit: string;
  decimals?: number;
  /** Which direction is good news. */
  better: 'up' | 'down';
  /** How a change is said: relative, in percentage points of a share, or as a plain difference. */
  change: 'relative' | 'points' | 'difference';
  /** What exactly is counted. */
  description: string;
}

const define = (key: KpiKey, rest: Omit<KpiDefinition, 'key' | 'label'>): KpiDefinition => ({
  key,
  label: labelOf(key),
  ...rest,
});

/** The eight key figures. All count purchases: orders that are neither canceled nor unavailable. */
export const KPI_DEFINITIONS: Record<KpiKey, KpiDefinition> = {
  revenue: define('revenue', {
    unit: 'currencyBRL',
    better: 'up',
    change: 'relative',
    description: 'What customers paid for purchases (orders not canceled and not unavailable) in the time range.',
  }),
  orders: define('orders', {
    unit: 'short',
    better: 'up',
    change: 'relative',
    description: 'Purchases (orders not canceled and not unavailable) in the time range.',
  }),
  active_customers: define('active_customers', {
    unit: 'short',
    better: 'up',
    change: 'relative',
    description: 'Different persons with at least one purchase in the time range.',
  }),
  average_order_value: define('average_order_value', {
    unit: 'currencyBRL',
    decimals: 2,
    better: 'up',
    change: 'relative',
    description: 'Revenue divided by orders in the time range.',
  }),
  repeat_purchase_rate: define('repeat_purchase_rate', {
    unit: 'percentunit',
    decimals: 2,
    better: 'up',
    change: 'points',
    description: 'Share of all customers up to the as-of date who have made more than one purchase.',
  }),
  churned_share: define('churned_share', {
    unit: 'percentunit',
    decimals: 1,
    better: 'down',
    change: 'points',
    description:
      'Share of all customers up to the as-of date whose last purchase lies 180 days (or as configured) back.',
  }),
  review_score: define('review_score', {
    unit: 'short',
    decimals: 2,
    better: 'up',
    change: 'difference',
    description: 'Mean review score (1 to 5) of the purchases in the time range that have a review.',
  }),
  on_time_share: define('on_time_share', {
    unit: 'percentunit',
    decimals: 1,
    better: 'up',
    change: 'points',
    description: 'Share of the delivered purchases of the time range that arrived by the estimated date.',
  }),
};

/** Grafana's configuration of a field that holds this figure. */
export function kpiFieldConfig({ unit, decimals, description }: KpiDefinition): FieldConfig {
  return { unit, decimals, description };
}
