import {
  GEOGRAPHY_MEASURES,
  labelOf,
  stateName,
  type FieldConfig,
  type FrameField,
  type GeographyLevel,
  type GeographyMeasure,
} from '../../contract';
import { numberColumn, textColumn } from '../../frames';
import type { Row } from '../../warehouse/engine';
import { FIELD_CONFIG } from '../churn/field-config';
import { MEASURE_CONFIG } from '../measures';

const COUNT: FieldConfig = { unit: 'locale', decimals: 0 };

const CONFIG: Record<GeographyMeasure, FieldConfig> = {
  revenue: MEASURE_CONFIG.revenue,
  orders: { ...MEASURE_CONFIG.orders, ...COUNT },
  customers: { ...MEASURE_CONFIG.customers, ...COUNT },
  customer_base: { ...COUNT, description: 'Everybody who has purchased up to the as-of date and lives there.' },
  churned_share: {
    unit: 'percentunit',
    decimals: 1,
    description: 'Share of the customer base whose last purchase lies 180 days (or as configured) back.',
  },
  high_risk_customers: { ...COUNT, description: 'Customers of the base whose churn risk is high.' },
  high_risk_share: { ...FIELD_CONFIG.high_risk_share },
  high_risk_revenue: { ...FIELD_CONFIG.high_risk_revenue },
};

/** The columns of places: who they are, where cities lie, and their figures. */
export function geographyFields(by: GeographyLevel, rows: readonly Row[]): FrameField[] {
  const texts = (name: string, valueOf: (row: Row) => string): FrameField => ({
    column: textColumn(name, rows.map(valueOf)),
    config: { displayNameFromDS: labelOf(name) },
  });
  const numbers = (name: string, config: FieldConfig): FrameField => ({
    column: numberColumn(
      name,
      rows.map((row) => numberOrNull(row[name])),
    ),
    config: { ...config, displayNameFromDS: labelOf(name) },
  });
  const state = texts('state', (row) => String(row.state));
  const degrees: FieldConfig = { decimals: 4, description: 'Degrees; empty where the place is not known.' };
  const place =
    by === 'state'
      ? [state, texts('name', (row) => stateName(String(row.state)))]
      : [texts('city', (row) => String(row.city)), state, numbers('latitude', degrees), numbers('longitude', degrees)];
  return [...place, ...GEOGRAPHY_MEASURES.map((measure) => numbers(measure, CONFIG[measure]))];
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
