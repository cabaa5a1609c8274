import { FieldType, LoadingState, toDataFrame, type DataFrame } from '@grafana/data';
import { CUSTOMER, HISTOGRAMS, HISTORY, ORDERS, REASONS, scoreRow, type Row } from './rows';

const TIMES = ['time', 'first_order', 'last_order', 'delivered'];

/** A frame with a field for each key of its rows. */
export function frameOf(name: string, rows: Row[]): DataFrame {
  const keys = Object.keys(rows[0] ?? {});
  return toDataFrame({
    name,
    meta: { custom: { asOf: '2018-08-22' } },
    fields: keys.map((key) => ({ name: key, type: typeOf(key, rows), values: rows.map((row) => row[key]) })),
  });
}

function typeOf(key: string, rows: Row[]): FieldType {
  if (TIMES.includes(key)) return FieldType.time;
  const value = rows.map((row) => row[key]).find((one) => one !== null);
  if (typeof value === 'string') return FieldType.string;
  return typeof value === 'boolean' ? FieldType.boolean : FieldType.number;
}

/** What the backend answers to `churn_score`, with some figures of the customer changed. */
export function scoreFrames(changed: Row = {}): DataFrame[] {
  return [
    frameOf('churn_score', [{ ...CUSTOMER, ...changed }]),
    frameOf('reasons', REASONS),
    frameOf('rfm_histograms', HISTOGRAMS),
    frameOf('score_history', HISTORY),
    frameOf('orders', ORDERS),
  ];
}

/** What the backend answers to `what_if` about CUSTOMER. */
export function whatIfFrames(churn = 0.9801): DataFrame[] {
  const { churn_probability, band, customer_id: _, ...rest } = CUSTOMER;
  const row: Row = {
    ...rest,
    churn_probability: churn,
    before_probability: churn_probability ?? null,
    band: 'medium',
    before_band: band ?? null,
    relative_odds: 1.45,
    revenue_at_risk: 159.9,
  };
  return [frameOf('what_if', [row]), frameOf('reasons', REASONS)];
}

/** What the backend answers to `churn_scores`. */
export function listFrames(count = 8): DataFrame[] {
  return [
    frameOf(
      'churn_scores',
      Array.from({ length: count }, (_, index) => scoreRow(index)),
    ),
  ];
}

/** A panel's data once it is loaded. */
export function loaded(series: DataFrame[]) {
  return { series, state: LoadingState.Done };
}
