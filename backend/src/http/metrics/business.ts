import { DAY_MS, STATUSES, type Status } from '../../contract';
import type { Answer, Question } from '../../queries/question';
import { frameNamed, rowsOf, type Row } from '../rows';

/** What the shop's customers look like as of the last day of regular trade. */
export interface BusinessFigures {
  /** Share of customers without an order for so long that they count as churned, 0 to 1. */
  churnRate?: number;
  segments: readonly SegmentFigures[];
  /** Of the model that serves, by the names of QUALITY_FIGURES; what is not known is absent. */
  quality: Readonly<Record<string, number>>;
  /** Of early warnings, by the names of ALERT_FIGURES; what is not known is absent. */
  warnings: Readonly<Record<string, number>>;
}

export interface SegmentFigures {
  segment: string;
  /** Whoever counts as churned is mostly at high risk: figures of both together would hide those who can be kept. */
  status: Status;
  customers: number;
  highRiskCustomers: number;
  /** In the shop's currency, within the horizon. */
  revenueAtRisk: number;
  /** Of this, that of customers at high risk. */
  highRiskRevenue: number;
}

const KEY_FIGURE = ['measure', 'value'];
const SEGMENT_RISK = ['segment', 'customers', 'high_risk_customers', 'revenue_at_risk', 'high_risk_revenue'];
/** Gauges are for numbers that rise and fall; whether checks failed is told by the health of the model. */
const WARNINGS = [
  'open_warnings',
  'unacknowledged_warnings',
  'new_today',
  'response_hours',
  'acting_hours',
  'acted_share',
  'false_alarm_share',
];
/** Times to respond and shares are those of the warnings of so many days. */
const WARNING_DAYS = 30;
const QUALITY = ['lift_at_10', 'captured_at_10', 'score_drift', 'gates_failed'];

/**
 * The shop's figures; those that cannot be had (no warehouse yet, no model) are absent.
 *
 * @param ask answers a question without counting it as anybody's
 * @param now in ms since 1970-01-01 UTC
 */
export async function readBusiness(
  ask: (question: Question) => Promise<Answer>,
  now: number,
): Promise<BusinessFigures> {
  const rowsFor = async (model: object, frame: string, columns: readonly string[], days = 0): Promise<Row[]> => {
    const range = { from: now - days * DAY_MS, to: now };
    const { frames } = await ask({ model, range, maxDataPoints: 0, fullIds: false });
    const properties = Object.fromEntries(columns.map((name) => [name, {}]));
    return rowsOf(frameNamed(frames, frame), { properties });
  };
  const segmentsOf = async (status: Status): Promise<SegmentFigures[]> => {
    const rows = await rowsFor({ kind: 'risk_summary', status: [status] }, 'risk_summary', SEGMENT_RISK);
    return rows.map((row) => segmentFigures(row, status));
  };
  const [keyFigures, segments, quality, warnings] = await Promise.all([
    rowsFor({ kind: 'kpis' }, 'kpis', KEY_FIGURE),
    Promise.all(STATUSES.map(segmentsOf)),
    rowsFor({ kind: 'model_quality', view: 'figures' }, 'figures', QUALITY),
    rowsFor({ kind: 'alert_stats' }, 'figures', WARNINGS, WARNING_DAYS),
  ]);
  const churned = keyFigures.find(({ measure }) => measure === 'churned_share')?.value;
  return {
    ...(typeof churned === 'number' ? { churnRate: churned } : {}),
    segments: segments.flat(),
    quality: known(quality[0]),
    warnings: known(warnings[0]),
  };
}

const known = (row: Row = {}): Record<string, number> => Object.fromEntries(Object.entries(row).filter(isKnown));

const isKnown = (entry: [string, unknown]): entry is [string, number] => typeof entry[1] === 'number';

const segmentFigures = (row: Row, status: Status): SegmentFigures => ({
  segment: String(row.segment),
  status,
  customers: Number(row.customers),
  highRiskCustomers: Number(row.high_risk_customers),
  revenueAtRisk: Number(row.revenue_at_risk),
  highRiskRevenue: Number(row.high_risk_revenue),
});
