import type { GeographyMeasure } from '../base/kinds';
import { BAND_STYLES } from '../churn/bands';

/** What a map can show. */
export const MAP_MEASURES = [
  'revenue',
  'customers',
  'orders',
  'churned_share',
  'high_risk_share',
  'high_risk_revenue',
] as const satisfies readonly GeographyMeasure[];
export type MapMeasure = (typeof MAP_MEASURES)[number];

export interface MapStyle {
  /** The deepest colour of the scale, `#rrggbb`. */
  color: string;
  /** True for a share of customers: it says nothing of how many there are. */
  share: boolean;
}

/** The blue of sales, of Okabe and Ito's palette. */
const SALES = BAND_STYLES.low.color;
const RISK = BAND_STYLES.high.color;

/** How maps show each measure, wherever they are drawn. */
export const MAP_STYLES: Readonly<Record<MapMeasure, MapStyle>> = {
  revenue: { share: false, color: SALES },
  customers: { share: false, color: SALES },
  orders: { share: false, color: SALES },
  churned_share: { share: true, color: RISK },
  high_risk_share: { share: true, color: RISK },
  high_risk_revenue: { share: false, color: RISK },
};

/** The figures of a state or a city; null where one is not known. */
export type PlaceFigures = Readonly<Record<GeographyMeasure, number | null>>;
