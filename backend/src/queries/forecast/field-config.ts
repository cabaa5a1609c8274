import { labelOf, type FieldConfig, type SalesMeasure } from '../../contract';
import { MEASURE_CONFIG } from '../measures';

/** Orders and customers are counted whole: 38,755 and not 39 K. */
const UNITS: Record<SalesMeasure, FieldConfig> = {
  revenue: { unit: 'currencyBRL' },
  orders: { unit: 'locale', decimals: 0 },
  customers: { unit: 'locale', decimals: 0 },
};

const DESCRIPTIONS: Record<SalesMeasure, string> = {
  revenue: MEASURE_CONFIG.revenue.description ?? '',
  orders: MEASURE_CONFIG.orders.description ?? '',
  customers: 'Customers who buy on a day; over several days, the sum of the days.',
};

/** Unit and decimals of amounts of a measure. */
export const unitOf = (measure: SalesMeasure): FieldConfig => UNITS[measure];

/** The same with what is counted. */
export const amountOf = (measure: SalesMeasure): FieldConfig => ({
  ...UNITS[measure],
  description: DESCRIPTIONS[measure],
});

export const SHARE: FieldConfig = { unit: 'percentunit', decimals: 1 };

/** Unit, decimals and meaning of the figures of a backtest. */
export const METRIC_CONFIG: Readonly<Record<string, FieldConfig>> = {
  mase: {
    decimals: 2,
    description:
      'Mean absolute error ÷ that of last week’s same day as forecast, one week ahead, in the past. Below 1 is better than that.',
  },
  smape: { ...SHARE, description: 'Mean of |error| ÷ the mean of forecast and actual.' },
  wape: { ...SHARE, description: 'Sum of |error| ÷ sum of the actuals.' },
  bias: { ...SHARE, description: 'Sum of errors ÷ sum of the actuals; above zero: forecast too high.' },
  coverage_80: { ...SHARE, description: 'Share of actuals inside the 80% band: 80% is right.' },
  coverage_95: { ...SHARE, description: 'Share of actuals inside the 95% band: 95% is right.' },
};

/** How Grafana's own pictures draw the fields: a broken line for what is expected, bands without borders. */
const DRAWN: Readonly<Record<string, Record<string, unknown>>> = {
  forecast: { lineStyle: { fill: 'dash', dash: [8, 6] } },
  lower: { lineWidth: 0, fillOpacity: 0 },
  lower_95: { lineWidth: 0, fillOpacity: 0 },
  anomalous: { hideFrom: { legend: true, tooltip: true, viz: true } },
};

/** Band fields fill down to the field with this name. */
const FILLS_TO: Readonly<Record<string, string>> = { upper: 'lower', upper_95: 'lower_95' };

/** What a field of a picture is called; `level` of the inner band, in percent. */
export function pictureLabel(field: string, level: number): string {
  return field === 'lower' || field === 'upper' ? `${labelOf(field)} (${level}%)` : labelOf(field);
}

/** How a field is drawn by Grafana's own pictures; `name` says what another field is called there. */
export function drawnAs(field: string, name: (field: string) => string): Record<string, unknown> | undefined {
  const bottom = FILLS_TO[field];
  if (bottom === undefined) return DRAWN[field];
  return { lineWidth: 0, fillOpacity: field === 'upper' ? 20 : 8, fillBelowTo: name(bottom) };
}
