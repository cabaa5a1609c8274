import { RISK_BANDS, VALUE_BASES, VALUE_CLASSES, type VALUE_AT_RISK_COLUMNS } from '@contract';
import type { DataFrame, Field } from '@grafana/data';
import { keyOf, type ValueCell, type ValueReading } from './model';

type Column = (typeof VALUE_AT_RISK_COLUMNS)[number];

const REQUIRED: readonly Column[] = ['value_class', 'band', 'customers', 'revenue_at_risk'];

/** The matrix in a panel's frames, of kind `value_at_risk` without a measure. */
export function readValue(frames: readonly DataFrame[]): ValueReading {
  const filled = frames.filter((frame) => frame.length > 0 && frame.fields.length > 0);
  const frame = filled.find((one) => fieldOf(one, 'value_class')) ?? filled[0];
  if (!frame) return { state: 'empty' };
  const missing = REQUIRED.filter((name) => !fieldOf(frame, name));
  if (missing.length > 0) return { state: 'missing', fields: missing };
  const cells = readCells(frame);
  const customers = sum(cells.map((cell) => cell.customers));
  if (customers === 0) return { state: 'empty' };
  const { value, horizonDays, asOf } = frame.meta?.custom ?? {};
  return {
    state: 'ready',
    model: {
      cells,
      customers,
      atRisk: sum(cells.map((cell) => cell.atRisk)),
      basis: VALUE_BASES.find((one) => one === value) ?? 'monetary',
      horizonDays: typeof horizonDays === 'number' ? horizonDays : null,
      ...(typeof asOf === 'string' ? { asOf } : {}),
    },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function fieldOf(frame: DataFrame, name: Column): Field | undefined {
  return frame.fields.find((field) => field.name === name);
}

/** Every cell, whatever the order of the rows; one without a row has nobody in it. */
function readCells(frame: DataFrame): ValueCell[] {
  return VALUE_CLASSES.flatMap((value) =>
    RISK_BANDS.map((band): ValueCell => {
      const row = rowOf(frame, value, band);
      const given = (name: Column): number | null => {
        const found: unknown = row < 0 ? null : fieldOf(frame, name)?.values[row];
        return typeof found === 'number' && Number.isFinite(found) ? found : null;
      };
      const amount = (name: Column): number => given(name) ?? 0;
      return {
        key: keyOf(value, band),
        value,
        band,
        customers: amount('customers'),
        customerShare: amount('customer_share'),
        revenue: amount('revenue'),
        revenueShare: amount('revenue_share'),
        atRisk: amount('revenue_at_risk'),
        atRiskShare: amount('revenue_at_risk_share'),
        expected: amount('expected_revenue'),
        churn: given('mean_churn_probability'),
        from: given('value_from'),
        to: given('value_to'),
        priority: given('priority'),
        links: row < 0 ? [] : (fieldOf(frame, 'value_class')?.getLinks?.({ valueRowIndex: row }) ?? []),
      };
    }),
  );
}

function rowOf(frame: DataFrame, value: string, band: string): number {
  const [values, bands] = [fieldOf(frame, 'value_class')?.values ?? [], fieldOf(frame, 'band')?.values ?? []];
  return values.findIndex((one, row) => one === value && bands[row] === band);
}
