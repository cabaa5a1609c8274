import type { PlainField } from '../cells';

/**
 * What the tables of panels show that choose their columns themselves: as many as can be read side by side, and those by
 * which somebody acts. The CSV has all.
 */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'churnwatch-churnscore-panel': [
    ...['customer_id', 'band', 'relative_odds', 'revenue_at_risk', 'recency_days', 'segment', 'reason', 'action'],
  ],
  'churnwatch-value-panel': ['value_class', 'band', 'customers', 'revenue_at_risk', 'revenue_at_risk_share'],
};

/** The fields of a frame that a table of this type of panel shows; all of them where none are known. */
export function columnsOf(type: string, fields: readonly PlainField[]): readonly PlainField[] {
  const wanted = COLUMNS[type]?.flatMap((key) => fields.find((field) => field.key === key) ?? []) ?? [];
  return wanted.length > 0 ? wanted : fields;
}
