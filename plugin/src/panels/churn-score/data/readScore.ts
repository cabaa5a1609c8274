import { bandOf, returnOdds, RISK_BANDS, type RiskBand } from '@contract';
import type { DataFrame } from '@grafana/data';
import { asOfDay, missingFields, rowReader, type RowReader } from './columns';
import { findFrame, findScore } from './findFrames';
import type { Before, Customer, Reading, Score, ScoreModel, Standing } from './model';
import { readHistograms, readHistory, readOrders } from './readHistory';
import { readReasons } from './readReasons';

const REQUIRED = ['churn_probability', 'base_rate', 'high_from', 'low_to'];

/** The score in the frames of kind `churn_score` or `what_if`. */
export function readScore(frames: readonly DataFrame[]): Reading<ScoreModel> {
  const frame = findScore(frames);
  if (!frame) return { state: 'empty' };
  const missing = missingFields(frame, REQUIRED);
  if (missing.length > 0) return { state: 'missing', frame: frame.name ?? 'churn_score', fields: missing };
  const row = rowReader(frame, 0);
  const score = scoreOf(row);
  if (!score) return { state: 'empty' };
  const before = beforeOf(row);
  const history = findFrame(frames, 'score_history');
  const orders = findFrame(frames, 'orders');
  return {
    state: 'ready',
    model: {
      score,
      customer: customerOf(row),
      before: before && { ...before, band: before.band ?? bandIn(before.churn, score) },
      reasons: readReasons(findFrame(frames, 'reasons')),
      histograms: readHistograms(findFrame(frames, 'rfm_histograms')),
      history: history ? readHistory(history) : [],
      orders: orders ? readOrders(orders) : [],
      asOf: asOfDay(frame),
    },
  };
}

/** The band that a churn probability falls into, by the bounds that the answer holds. */
export function bandIn(churn: number, { baseRate, highFrom, lowTo }: Pick<Score, 'baseRate' | 'highFrom' | 'lowTo'>) {
  return bandOf(churn, baseRate, { high: returnOdds(highFrom, baseRate), low: returnOdds(lowTo, baseRate) });
}

/** A band by its key; undefined for anything else. */
export function knownBand(text: string): RiskBand | undefined {
  return RISK_BANDS.find((band) => band === text);
}

function scoreOf(row: RowReader): Score | undefined {
  const [churn, baseRate, highFrom, lowTo] = REQUIRED.map((name) => row.number(name) ?? undefined);
  if (churn === undefined || baseRate === undefined || highFrom === undefined || lowTo === undefined) return undefined;
  return {
    churn,
    baseRate,
    highFrom,
    lowTo,
    band: knownBand(row.text('band')) ?? bandIn(churn, { baseRate, highFrom, lowTo }),
    odds: row.number('relative_odds') ?? returnOdds(churn, baseRate),
    horizonDays: row.number('horizon_days'),
    valueIfReturns: row.number('value_if_returns'),
    expectedRevenue: row.number('expected_revenue'),
    revenueAtRisk: row.number('revenue_at_risk'),
    action: row.text('action'),
    actionDetail: row.text('action_detail'),
    actionRule: row.text('action_rule'),
    sentence: row.text('sentence'),
  };
}

function beforeOf(row: RowReader): (Omit<Before, 'band'> & Partial<Before>) | undefined {
  const churn = row.number('before_probability');
  return churn === null ? undefined : { churn, band: knownBand(row.text('before_band')) };
}

function customerOf(row: RowReader): Customer | undefined {
  const id = row.text('customer_id');
  if (id === '') return undefined;
  return {
    id,
    state: row.text('state'),
    city: row.text('city'),
    segment: row.text('segment'),
    status: row.text('status'),
    tenureDays: row.number('tenure_days'),
    firstOrder: row.number('first_order'),
    lastOrder: row.number('last_order'),
    standing: {
      recency_days: standingOf(row, 'recency_days', 'recency'),
      frequency: standingOf(row, 'frequency', 'frequency'),
      monetary: standingOf(row, 'monetary', 'monetary'),
    },
    links: row.links('customer_id'),
  };
}

function standingOf(row: RowReader, value: string, prefix: string): Standing {
  return {
    value: row.number(value),
    amongAll: row.number(`${prefix}_percentile`),
    inSegment: row.number(`${prefix}_segment_percentile`),
  };
}
