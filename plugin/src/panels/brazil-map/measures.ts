import { labelOf, MAP_MEASURES, MAP_STYLES, type GeographyMeasure, type MapMeasure, type MapStyle } from '@contract';
import { formatCount, formatCountShort, formatMoney, formatMoneyExact, formatShare } from '../../format/numbers';
import { t } from '../../language/t';

/** What the map can show. */
export const MEASURES = MAP_MEASURES;
export type Measure = MapMeasure;

type Quantity = number | null | undefined;

interface MeasureStyle extends MapStyle {
  short: (value: Quantity) => string;
  exact: (value: Quantity) => string;
}

const money = { short: formatMoney, exact: formatMoneyExact };
const counted = { short: formatCountShort, exact: formatCount };
const shared = { short: formatShare, exact: formatShare };

export const MEASURE_STYLES: Record<Measure, MeasureStyle> = {
  revenue: { ...MAP_STYLES.revenue, ...money },
  customers: { ...MAP_STYLES.customers, ...counted },
  orders: { ...MAP_STYLES.orders, ...counted },
  churned_share: { ...MAP_STYLES.churned_share, ...shared },
  high_risk_share: { ...MAP_STYLES.high_risk_share, ...shared },
  high_risk_revenue: { ...MAP_STYLES.high_risk_revenue, ...money },
};

/** The name of a figure in the reader's language. */
export function figureName(measure: GeographyMeasure): string {
  const names: Record<GeographyMeasure, () => string> = {
    revenue: () => t('map.figure.revenue', 'Revenue'),
    orders: () => t('map.figure.orders', 'Orders'),
    customers: () => t('map.figure.customers', 'Customers who bought'),
    customer_base: () => t('map.figure.customer-base', 'Customer base'),
    churned_share: () => t('map.figure.churned-share', 'Churned share'),
    high_risk_customers: () => t('map.figure.high-risk-customers', 'High-risk customers'),
    high_risk_share: () => t('map.figure.high-risk-share', 'High-risk share'),
    high_risk_revenue: () => t('map.figure.high-risk-revenue', 'Revenue at stake'),
  };
  return names[measure]?.() ?? labelOf(measure);
}

/** What a figure counts, in a sentence. */
export function figureMeaning(measure: Measure): string {
  const meanings: Record<Measure, () => string> = {
    revenue: () => t('map.meaning.revenue', 'What was paid for purchases in the time range'),
    orders: () => t('map.meaning.orders', 'Purchases in the time range'),
    customers: () => t('map.meaning.customers', 'Different customers who purchased in the time range'),
    churned_share: () => t('map.meaning.churned-share', 'Share of the customer base without a purchase for long'),
    high_risk_share: () => t('map.meaning.high-risk-share', 'Share of the customer base at high risk'),
    high_risk_revenue: () =>
      t('map.meaning.high-risk-revenue', 'Revenue at risk of the customers whose churn risk is high'),
  };
  return meanings[measure]();
}
