import { setImmediate } from 'node:timers/promises';
import { addDays, type BandThresholds, type WarningNews, type WarningRules } from '../../../contract';
import type { ScoredProfile, ScoringBasis } from '../../profile';
import type { EventStore, Statements } from '../../store/store';
import type { Rise } from '../judge';
import { notePurchasesUpTo } from '../returns';
import { noteSuppressed } from '../suppressions';
import { makeWarnings } from '../write';
import type { Rescored, ScoredBase } from './base';
import { compareEveryone, noteStandings, type Found } from './compare';
import { emptyEveryone, fillEveryone } from './fill';

/** The first comparison is with everyone as of so many days before. */
const DAYS_BEFORE = 30;

export interface RescoringOptions {
  store: EventStore;
  rules: WarningRules;
  bands: BandThresholds;
  horizonDays: number;
  queue(statements: Statements, news: readonly WarningNews[]): Promise<void>;
  tell(news: readonly WarningNews[]): void;
}

/**
 * Compares everyone, scored anew, with where they last stood, and warns of those whose risk has risen to high: so a shop
 * without events has early warnings too. Each generation and model does this once; it is one transaction, so that one
 * that is broken off is done again from the start. The very first compares with the same model's scores of 30 days
 * before: who has risen since then is as new a case as with a comparison every month, and a new installation shows at
 * once what its warnings look like.
 *
 * @param at now, in ms since 1970-01-01 UTC
 * @returns undefined where it has been done before
 */
export async function rescore(
  { store, rules, bands, horizonDays, queue, tell }: RescoringOptions,
  base: ScoredBase,
  at: number,
): Promise<Rescored | undefined> {
  const { basis, asOf, foldedUpTo } = base;
  if (await isDone(store, basis)) return undefined;
  const [all] = await store.rows('SELECT count(*) AS rescorings FROM rescorings');
  const before = Number(all?.rescorings) === 0 ? await base.everyone(addDays(asOf, -DAYS_BEFORE)) : undefined;
  await fillEveryone(store, await base.everyone(asOf), before);
  const purchases = await base.purchases(await warnedOf(store));
  // Words about hundreds of customers take seconds, in which events would wait for a transaction: they are found before.
  // Whoever an event makes a case meanwhile is added in it.
  const expected = await store.transaction((statements) => compareEveryone(statements, asOf, rules, bands));
  const described = await inWords(expected.found, base);
  const { news, ...rescored } = await store.transaction(async (statements) => {
    const { found, suppressed, half, customers } = await compareEveryone(statements, asOf, rules, bands);
    await noteStandings(statements, asOf);
    const returned = await notePurchasesUpTo(statements, purchases, foldedUpTo, at);
    const { holdOutShare } = rules;
    const making = { trigger: 'rescoring', basis, at, horizonDays, holdOutShare } as const;
    const made = await makeWarnings(statements, await risesOf(found, described, base), making);
    await noteSuppressed(statements, suppressed, at);
    await noteWarned(statements, found, asOf);
    await noteDone(statements, { ...basis, as_of: asOf, at, customers, warned: found.length, value_from: half });
    await queue(statements, [...returned, ...made]);
    return { news: [...returned, ...made], customers, warned: found.length };
  });
  tell(news);
  await emptyEveryone(store);
  return rescored;
}

async function isDone(store: Pick<EventStore, 'rows'>, basis: ScoringBasis): Promise<boolean> {
  const sql = 'SELECT 1 FROM rescorings WHERE generation = $generation AND model = $model';
  return (await store.rows(sql, { ...basis })).length > 0;
}

async function warnedOf(store: Pick<EventStore, 'rows'>): Promise<string[]> {
  const rows = await store.rows('SELECT DISTINCT customer_id FROM warnings');
  return rows.map(({ customer_id }) => String(customer_id));
}

type Described = ReadonlyMap<string, ScoredProfile>;

/** The profiles of those found, with their reasons and what to do; between two of them other work gets its turn. */
async function inWords(found: readonly Found[], base: ScoredBase): Promise<Described> {
  if (found.length === 0) return new Map();
  const profiles = await base.profiles(found.map(({ customerId }) => customerId));
  for (const profile of profiles) {
    // Found when they are read, and kept.
    void profile.words;
    await setImmediate();
  }
  return new Map(profiles.map((profile) => [profile.customerId, profile]));
}

async function risesOf(found: readonly Found[], described: Described, base: ScoredBase): Promise<Rise[]> {
  const others = await inWords(
    found.filter(({ customerId }) => !described.has(customerId)),
    base,
  );
  return found.map(({ customerId, from }) => {
    const profile = described.get(customerId) ?? others.get(customerId);
    if (!profile) throw new Error(`The customer ${customerId} was scored, but is not among the profiles.`);
    return { profile, from };
  });
}

async function noteWarned(statements: Statements, found: readonly Found[], asOf: string): Promise<void> {
  const sql = `UPDATE standings SET warned_as_of = $as_of::DATE
    WHERE customer_id IN (SELECT unnest($ids::VARCHAR[]))`;
  await statements.run(sql, { as_of: asOf, ids: found.map(({ customerId }) => customerId) });
}

interface Done {
  generation: string;
  model: string;
  as_of: string;
  at: number;
  customers: number;
  warned: number;
  value_from: number;
}

async function noteDone(statements: Statements, done: Done): Promise<void> {
  await statements.run(
    `INSERT INTO rescorings VALUES ($generation, $model, $as_of::DATE, make_timestamp($at::BIGINT * 1000), $customers,
      $warned, $value_from)`,
    { ...done },
  );
}
