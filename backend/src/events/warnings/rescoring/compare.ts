import type { BandThresholds, RiskBand, WarningRules } from '../../../contract';
import type { Row } from '../../../warehouse';
import type { Statements } from '../../store/statements';
import { standingBandSql } from '../bands';
import type { Suppressed } from '../suppressions';

/** A customer who is to be warned of. */
export interface Found {
  customerId: string;
  from: RiskBand;
}

export interface Comparison {
  found: Found[];
  suppressed: Suppressed[];
  /** Half of the customers are worth so much and more: those are warned of where the rules name no value. */
  half: number;
  customers: number;
}

const TABLE = `CREATE TEMP TABLE IF NOT EXISTS judged (customer_id VARCHAR, segment VARCHAR, value DOUBLE,
  at_risk DOUBLE, from_band VARCHAR, band VARCHAR, cooling BOOLEAN)`;
/** Everyone with the band before and the band now; who was seen as of a later day stands as seen then. */
const JUDGED = `INSERT INTO judged
  SELECT customer_id, segment, value, at_risk, from_band, ${standingBandSql('odds', 'from_band')} AS band, cooling
  FROM (
    SELECT everyone.*,
      coalesce(standings.band, CASE WHEN before.odds IS NOT NULL THEN ${standingBandSql('before.odds', 'NULL')} END)
        AS from_band,
      coalesce(abs(date_diff('day', standings.warned_as_of, $as_of::DATE)) < $cool_down, false) AS cooling
    FROM everyone
    LEFT JOIN standings USING (customer_id)
    LEFT JOIN before USING (customer_id)
    WHERE standings.as_of IS NULL OR standings.as_of <= $as_of::DATE
  )`;

/** Who has risen from somewhere to high risk, and is worth it. Seen for the first time: from nowhere. */
const RISES = `FROM judged WHERE band = 'high' AND from_band <> 'high' AND value >= $value_from::DOUBLE`;

/** Of each segment those with the most at stake, as many as its daily limit leaves room for. */
const RANKED = `SELECT customer_id, from_band, judged.segment, at_risk,
    row_number() OVER (PARTITION BY judged.segment ORDER BY at_risk DESC, customer_id) + coalesce(made, 0) <= $limit
      AS fits
  FROM (SELECT * ${RISES} AND NOT cooling) AS judged
  LEFT JOIN (SELECT segment, count(*) AS made FROM warnings WHERE as_of = $as_of::DATE GROUP BY segment) AS warned
    USING (segment)`;

const UPDATE = `UPDATE standings SET band = judged.band, as_of = $as_of::DATE
  FROM judged WHERE standings.customer_id = judged.customer_id`;
const INSERT = `INSERT INTO standings
  SELECT customer_id, band, $as_of::DATE, NULL FROM judged WHERE customer_id NOT IN (SELECT customer_id FROM standings)`;

/**
 * Compares everyone in the temporary tables `everyone` and `before` with where they stood, by the rules that `judge`
 * has for events. The result stays in a temporary table, for `noteStandings`.
 */
export async function compareEveryone(
  statements: Statements,
  asOf: string,
  rules: WarningRules,
  bands: BandThresholds,
): Promise<Comparison> {
  const [all] = await statements.rows('SELECT count(*) AS customers, coalesce(median(value), 0) AS half FROM everyone');
  const half = Number(all?.half);
  const bound = boundTo(asOf, rules, bands, rules.valueFrom ?? half);
  await statements.run(TABLE);
  await statements.run('DELETE FROM judged');
  await statements.run(JUDGED, bound);
  const found = await statements.rows(
    `SELECT customer_id, from_band FROM (${RANKED}) WHERE fits ORDER BY at_risk DESC, customer_id`,
    bound,
  );
  const beyond = await statements.rows(
    `SELECT segment, count(*) AS customers FROM (${RANKED}) WHERE NOT fits GROUP BY segment ORDER BY segment`,
    bound,
  );
  const cooling = await statements.rows(
    `SELECT segment, count(*) AS customers ${RISES} AND cooling GROUP BY segment ORDER BY segment`,
    bound,
  );
  const counted = (reason: Suppressed['reason']) => (row: Row) => ({
    asOf,
    segment: String(row.segment),
    reason,
    customers: Number(row.customers),
  });
  return {
    found: found.map((row) => ({ customerId: String(row.customer_id), from: String(row.from_band) as RiskBand })),
    suppressed: [...beyond.map(counted('daily_limit')), ...cooling.map(counted('cool_down'))],
    half,
    customers: Number(all?.customers),
  };
}

/** Notes where everyone stands by the comparison before. */
export async function noteStandings(statements: Statements, asOf: string): Promise<void> {
  await statements.run(UPDATE, { as_of: asOf });
  await statements.run(INSERT, { as_of: asOf });
  await statements.run('DELETE FROM judged');
}

const boundTo = (asOf: string, rules: WarningRules, { high, low }: BandThresholds, valueFrom: number) => ({
  as_of: asOf,
  high,
  low,
  leave: high * (1 + rules.hysteresis),
  cool_down: rules.coolDownDays,
  value_from: valueFrom,
  limit: rules.dailyLimit,
});
