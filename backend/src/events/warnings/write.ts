import {
  addDays,
  DEFAULT_LANGUAGE,
  type WarningNews,
  type WarningRecord,
  type WarningStep,
  type WarningTrigger,
} from '../../contract';
import type { ScoringBasis } from '../profile';
import { jsonRows } from '../store/json-rows';
import type { Statements } from '../store/statements';
import { isHeldOut } from './hold-out';
import type { Rise } from './judge';

/** Who is told to have done what nobody did by hand. */
export const BY_ITSELF = 'churnwatch';

const ROWS = jsonRows({
  id: 'VARCHAR',
  created_at: 'BIGINT',
  as_of: 'DATE',
  customer_id: 'VARCHAR',
  from_band: 'VARCHAR',
  band: 'VARCHAR',
  churn_probability: 'DOUBLE',
  relative_odds: 'DOUBLE',
  segment: 'VARCHAR',
  state: 'VARCHAR',
  monetary: 'DOUBLE',
  value_if_returns: 'DOUBLE',
  revenue_at_risk: 'DOUBLE',
  last_order: 'DATE',
  reasons: 'VARCHAR',
  action: 'VARCHAR',
  trigger: 'VARCHAR',
  generation: 'VARCHAR',
  model: 'VARCHAR',
  words: 'VARCHAR',
  held_out: 'BOOLEAN',
  horizon_end: 'DATE',
});

const INSERT = `INSERT INTO warnings BY NAME
  SELECT * REPLACE (make_timestamp(created_at * 1000) AS created_at), 'new' AS warning_state, 1 AS version
  FROM ${ROWS}`;

const STEPS = jsonRows({
  seq: 'BIGINT',
  warning_id: 'VARCHAR',
  made_at: 'BIGINT',
  who: 'VARCHAR',
  from_state: 'VARCHAR',
  to_state: 'VARCHAR',
  owner: 'VARCHAR',
  note: 'VARCHAR',
});
const INSERT_STEPS = `INSERT INTO warning_history BY NAME
  SELECT * REPLACE (make_timestamp(made_at * 1000) AS made_at) FROM ${STEPS}`;

export interface Making {
  trigger: WarningTrigger;
  basis: ScoringBasis;
  /** In ms since 1970-01-01 UTC. */
  at: number;
  horizonDays: number;
  holdOutShare: number;
}

/**
 * Writes a warning with the first step of its history for each rise; those of customers who are held out like the
 * others.
 *
 * @returns the news of those that are not held out
 */
export async function makeWarnings(
  statements: Statements,
  rises: readonly Rise[],
  making: Making,
): Promise<WarningNews[]> {
  if (rises.length === 0) return [];
  const ids = await nextNumbers(statements, 'warning_seq', rises.length);
  const seqs = await nextNumbers(statements, 'warning_step_seq', rises.length);
  const made = rises.map((rise, i) => ({
    words: otherWords(rise.profile),
    warning: warningOf(rise, `w${String(ids[i]).padStart(12, '0')}`, making),
    step: firstStep(seqs[i] ?? 0, making.at),
    heldOut: isHeldOut(rise.profile.customerId, making.holdOutShare),
  }));
  const rows = made.map(({ warning, words, heldOut }) => ({
    ...warning,
    created_at: making.at,
    reasons: JSON.stringify(warning.reasons),
    words,
    held_out: heldOut,
  }));
  await statements.run(INSERT, { rows: JSON.stringify(rows) });
  await writeSteps(
    statements,
    made.map(({ warning, step }) => ({ warningId: warning.id, step })),
  );
  return made
    .filter(({ heldOut }) => !heldOut)
    .map(({ warning, step }) => ({ seq: step.seq, type: 'warning.created', warning, step }));
}

/** Writes steps of histories. */
export async function writeSteps(
  statements: Statements,
  steps: readonly { warningId: string; step: WarningStep }[],
): Promise<void> {
  const rows = steps.map(({ warningId, step }) => ({ ...step, made_at: Date.parse(step.at), warning_id: warningId }));
  await statements.run(INSERT_STEPS, { rows: JSON.stringify(rows) });
}

/** The next numbers of a sequence of ours. */
export async function nextNumbers(statements: Statements, sequence: string, count: number): Promise<number[]> {
  const rows = await statements.rows(`SELECT nextval('${sequence}') AS number FROM range($count::INTEGER)`, { count });
  return rows.map(({ number }) => Number(number));
}

const firstStep = (seq: number, at: number): WarningStep => ({
  seq,
  at: new Date(at).toISOString(),
  who: BY_ITSELF,
  from_state: null,
  to_state: 'new',
  owner: null,
  note: null,
});

/** What is said in other languages than English, as the column `words` keeps it. */
function otherWords({ words }: Rise['profile']): string {
  const { [DEFAULT_LANGUAGE]: _, ...others } = words;
  return JSON.stringify(others);
}

function warningOf({ profile, from }: Rise, id: string, { trigger, basis, at, horizonDays }: Making): WarningRecord {
  return {
    id,
    created_at: new Date(at).toISOString(),
    as_of: profile.asOf,
    customer_id: profile.customerId,
    from_band: from,
    // By the margin of the bands, which the profile's own band knows nothing of.
    band: 'high',
    churn_probability: profile.churnProbability,
    relative_odds: profile.relativeOdds,
    segment: profile.segment,
    state: profile.state,
    monetary: profile.monetary,
    value_if_returns: profile.valueIfReturns,
    revenue_at_risk: profile.revenueAtRisk,
    last_order: profile.lastOrder,
    // Messages are in English; lists and queries also read the column `words`.
    ...profile.words[DEFAULT_LANGUAGE],
    trigger,
    ...basis,
    warning_state: 'new',
    owner: null,
    version: 1,
    acknowledged_at: null,
    acted_at: null,
    closed_at: null,
    horizon_end: addDays(profile.asOf, horizonDays),
    returned_on: null,
  };
}
