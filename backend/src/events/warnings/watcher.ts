import type { BandThresholds, WarningNews, WarningRules } from '../../contract';
import type { Statements } from '../store/statements';
import type { ProfileWatcher } from '../watcher';
import { dayAndSegment, judge, withinLimit, type Judged, type Rise } from './judge';
import { notePurchases } from './returns';
import { readStandings, writeStandings } from './standings';
import { countSuppressed, noteSuppressed } from './suppressions';
import { makeWarnings } from './write';

export interface WatcherOptions {
  rules: WarningRules;
  bands: BandThresholds;
  horizonDays: number;
  /** Queues what is to be sent out, in the same transaction. */
  queue(statements: Statements, news: readonly WarningNews[]): Promise<void>;
  /** Told of what was written, once it is on the disk. */
  tell(news: readonly WarningNews[]): void;
}

/** Who is worth a warning is not known before everyone has been compared: that comparison finds who has risen until then. */
const NOT_JUDGED: Judged = { rises: [], cooling: [], standings: new Map() };

/**
 * Makes early warnings of newly scored customers. It keeps nothing in memory: what it knows is in the store, so that a
 * transaction that fails leaves no trace and can be run again.
 */
export function warningWatcher({ rules, bands, horizonDays, queue, tell }: WatcherOptions): ProfileWatcher {
  return {
    consider: async (statements, profiles, basis, at) => {
      const valueFrom = rules.valueFrom ?? (await lastValueFrom(statements));
      const ids = [...new Set(profiles.map(({ customerId }) => customerId))];
      const known = await readStandings(statements, ids);
      const judging = valueFrom === undefined ? undefined : { rules, bands, valueFrom };
      const { rises, cooling, standings } = judging ? judge(profiles, known, judging) : NOT_JUDGED;
      const { kept, beyond } = withinLimit(rises, await countMade(statements, rises), rules.dailyLimit);
      for (const { profile } of kept) {
        const standing = standings.get(profile.customerId);
        if (standing) standing.warnedAsOf = profile.asOf;
      }
      const warnedOf = profiles.filter(({ customerId }) => known.get(customerId)?.warnedAsOf !== undefined);
      const bought = warnedOf.flatMap(({ customerId, purchaseDays }) =>
        purchaseDays.map((day) => ({ customerId, day })),
      );
      const returned = await notePurchases(statements, bought, at);
      await writeStandings(statements, standings, known);
      const { holdOutShare } = rules;
      const made = await makeWarnings(statements, kept, { trigger: 'event', basis, at, horizonDays, holdOutShare });
      const suppressed = [...countSuppressed(beyond, 'daily_limit'), ...countSuppressed(cooling, 'cool_down')];
      await noteSuppressed(statements, suppressed, at);
      const news = [...returned, ...made];
      await queue(statements, news);
      const before = new Map([...known].map(([id, { band }]) => [id, band]));
      return { before, done: () => tell(news) };
    },
  };
}

/** The value that the last comparison of everyone found half of the customers to have; undefined before the first one. */
async function lastValueFrom(statements: Statements): Promise<number | undefined> {
  const [row] = await statements.rows('SELECT value_from FROM rescorings ORDER BY rowid DESC LIMIT 1');
  return row && Number(row.value_from);
}

/** How many warnings there are of the days and segments of these rises. */
async function countMade(statements: Statements, rises: readonly Rise[]): Promise<Map<string, number>> {
  if (rises.length === 0) return new Map();
  const days = [...new Set(rises.map(({ profile }) => profile.asOf))];
  const rows = await statements.rows(
    `SELECT as_of, segment, count(*) AS made FROM warnings
     WHERE as_of IN (SELECT unnest($days::VARCHAR[])::DATE) GROUP BY ALL`,
    { days },
  );
  return new Map(
    rows.map(({ as_of, segment, made }) => [
      dayAndSegment({ asOf: String(as_of), segment: String(segment) }),
      Number(made),
    ]),
  );
}
