import type { RiskBand, WarningRecord, WarningState, WarningStep, WarningTrigger } from '../../contract';
import type { Row } from '../../warehouse';

/** The columns of a warning as they are stored, beside whether it is held out. */
export const RECORD_COLUMNS = `id, created_at, as_of, customer_id, from_band, band, churn_probability, relative_odds,
  segment, state, monetary, value_if_returns, revenue_at_risk, last_order, reasons, action, trigger, generation, model,
  warning_state, owner, version, acknowledged_at, acted_at, closed_at, horizon_end, returned_on`;

const textOrNull = (value: Row[string] | undefined): string | null => (typeof value === 'string' ? value : null);

/** The warning in a row of RECORD_COLUMNS. */
export function recordOf(row: Row): WarningRecord {
  const text = (name: keyof WarningRecord): string => String(row[name]);
  const number = (name: keyof WarningRecord): number => Number(row[name]);
  const known = (name: keyof WarningRecord): string | null => textOrNull(row[name]);
  return {
    id: text('id'),
    created_at: text('created_at'),
    as_of: text('as_of'),
    customer_id: text('customer_id'),
    from_band: text('from_band') as RiskBand,
    band: text('band') as RiskBand,
    churn_probability: number('churn_probability'),
    relative_odds: number('relative_odds'),
    segment: text('segment'),
    state: text('state'),
    monetary: number('monetary'),
    value_if_returns: number('value_if_returns'),
    revenue_at_risk: number('revenue_at_risk'),
    last_order: known('last_order'),
    reasons: reasonsOf(row.reasons),
    action: text('action'),
    trigger: text('trigger') as WarningTrigger,
    generation: text('generation'),
    model: text('model'),
    warning_state: text('warning_state') as WarningState,
    owner: known('owner'),
    version: number('version'),
    acknowledged_at: known('acknowledged_at'),
    acted_at: known('acted_at'),
    closed_at: known('closed_at'),
    horizon_end: text('horizon_end'),
    returned_on: known('returned_on'),
  };
}

function reasonsOf(json: Row[string] | undefined): string[] {
  const list: unknown = JSON.parse(String(json));
  return Array.isArray(list) ? list.map(String) : [];
}

/** The step in a row of the history. */
export function stepOf(row: Row): WarningStep {
  return {
    seq: Number(row.seq),
    at: String(row.made_at),
    who: String(row.who),
    from_state: textOrNull(row.from_state) as WarningState | null,
    to_state: String(row.to_state) as WarningState,
    owner: textOrNull(row.owner),
    note: textOrNull(row.note),
  };
}
