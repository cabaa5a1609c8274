import { BAND_STYLES, labelOf, type GeographyMeasure } from '@contract';
import { formatCount, formatCountShort, formatMoney, formatMoneyExact, formatShare } from '../../format/numbers';
import { t } from '../../language/t';

/** What the map can show. */
export const MEASURES = [
  'revenue',
  'customers',
  'orders',
  'churned_share',
  'high_risk_share',
  'high_risk_revenue',
] as const satisfies readonly GeographyMeasure[];
export type Measure = (typeof MEASURES)[number];

type Quantity = number | null | undefined;

interface MeasureStyle {
  /** The deepest colour of the scale. */
  color: string;
  /** True for a share of customers: it says nothing of how many there are. */
  share: boolean;
  short: (value: Quantity) => string;
  exact: (value: Quantity) => string;
}

/** The blue of sales, of Okabe and Ito's palette. */
const SALES = BAND_STYLES.low.color;
const RISK = BAND_STYLES.high.color;

const money = { share: false, short: formatMoney, exact: formatMoneyExact };
const counted = { share: false, short: formatCountShort, exact: formatCount };
const shared = { share: true, short: formatShare, exact: formatShare };

export const MEASURE_STYLES: Record<Measure, MeasureStyle> = {
  revenue: { ...money, color: SALES },
  customers: { ...counted, color: SALES },
  orders: { ...counted, color: SALES },
  churned_share: { ...shared, color: RISK },
  high_risk_share: { ...shared, color: RISK },
  high_risk_revenue: { ...money, color: RISK },
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
