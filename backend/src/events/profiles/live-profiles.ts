import type { ScoredProfile } from '../profile';
import { jsonRows } from '../store/json-rows';
import type { Statements } from '../store/statements';

const RECORD = `INSERT INTO live_profiles BY NAME SELECT * FROM ${jsonRows({
  customer_id: 'VARCHAR',
  events: 'BIGINT',
  seq: 'BIGINT',
  as_of: 'DATE',
  band: 'VARCHAR',
  segment: 'VARCHAR',
  churn_probability: 'DOUBLE',
  relative_odds: 'DOUBLE',
  revenue_at_risk: 'DOUBLE',
})} ON CONFLICT (customer_id) DO UPDATE SET
  events = live_profiles.events + excluded.events,
  seq = excluded.seq,
  as_of = excluded.as_of,
  band = excluded.band,
  segment = excluded.segment,
  churn_probability = excluded.churn_probability,
  relative_odds = excluded.relative_odds,
  revenue_at_risk = excluded.revenue_at_risk`;

/** What is kept of a customer after a batch of events. */
export interface Touched {
  customerId: string;
  /** The events of the batch that touched the customer. */
  events: number;
  /** The last of them. */
  seq: number;
  /** Absent: no score, for want of a purchase. */
  profile?: ScoredProfile;
}

/** Keeps how customers stand after a batch, in the transaction that notes its events as processed. */
export async function recordProfiles(statements: Statements, touched: readonly Touched[]): Promise<void> {
  if (touched.length === 0) return;
  const rows = touched.map(({ customerId, events, seq, profile }) => ({
    customer_id: customerId,
    events,
    seq,
    ...(profile && scoreOf(profile)),
  }));
  await statements.run(RECORD, { rows: JSON.stringify(rows) });
}

const scoreOf = (profile: ScoredProfile) => ({
  as_of: profile.asOf,
  band: profile.band,
  segment: profile.segment,
  churn_probability: profile.churnProbability,
  relative_odds: profile.relativeOdds,
  revenue_at_risk: profile.revenueAtRisk,
});
