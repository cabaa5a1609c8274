import { RISK_BANDS, VALUE_CLASSES } from '@contract';
import { FieldType, LoadingState, toDataFrame, type DataFrame, type Field } from '@grafana/data';

export type CellRow = Record<string, string | number | null>;

const TEXTS = ['value_class', 'band'];
/** Customers of the cells of a shop, from high to low value, each from high to low risk. */
const CUSTOMERS = [10, 20, 5, 30, 50, 15, 80, 90, 0];
const BOUNDS: CellRow[] = [
  { value_from: 200, value_to: null },
  { value_from: 100, value_to: 200 },
  { value_from: null, value_to: 100 },
];
const PRIORITY = [1, 4, 7, 3, 5, 8, 2, 6, null];

/** What the backend answers for a small shop: 300 customers, R$ 100 at stake for each. */
export const SHOP: CellRow[] = VALUE_CLASSES.flatMap((value, row) =>
  RISK_BANDS.map((band, column): CellRow => {
    const i = row * RISK_BANDS.length + column;
    const customers = CUSTOMERS[i] ?? 0;
    return {
      value_class: value,
      band,
      customers,
      customer_share: customers / 300,
      revenue: customers * 150,
      revenue_share: customers / 300,
      revenue_at_risk: customers * 100,
      revenue_at_risk_share: customers / 300,
      expected_revenue: customers * 2,
      mean_churn_probability: customers > 0 ? 0.98 : null,
      ...BOUNDS[row],
      priority: PRIORITY[i] ?? null,
    };
  }),
);

/** A frame with a field for each key of its rows. */
export function valueFrame(rows: readonly CellRow[] = SHOP, getLinks?: Field['getLinks']): DataFrame {
  const keys = Object.keys(rows[0] ?? {});
  const frame = toDataFrame({
    name: 'value_at_risk',
    meta: { custom: { asOf: '2018-08-31', value: 'monetary', horizonDays: 180 } },
    fields: keys.map((key) => ({
      name: key,
      type: TEXTS.includes(key) ? FieldType.string : FieldType.number,
      values: rows.map((row) => row[key]),
    })),
  });
  for (const field of frame.fields) if (field.name === 'value_class') field.getLinks = getLinks;
  return frame;
}

/** A panel's data once it is loaded. */
export const loaded = (...series: DataFrame[]) => ({ series, state: LoadingState.Done });
