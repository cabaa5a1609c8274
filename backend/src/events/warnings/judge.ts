import { DAY_MS, startOf, type BandThresholds, type RiskBand, type WarningRules } from '../../contract';
import type { ScoredProfile } from '../profile';
import { standingBand } from './bands';

/** Where a customer stood when last looked at. */
export interface Standing {
  band: RiskBand;
  /** `YYYY-MM-DD` */
  asOf: string;
  /** As-of day of the customer's last warning. */
  warnedAsOf?: string;
}

/** A customer whose risk has risen to high and whose value is worth a warning. */
export interface Rise {
  profile: ScoredProfile;
  from: RiskBand;
}

export interface Judged {
  /** Who may be warned of, in the order given. */
  rises: Rise[];
  /** Who would be, had they not been warned of a short while ago. */
  cooling: Rise[];
  /** Where everyone looked at stands now. */
  standings: Map<string, Standing>;
}

export interface Judging {
  rules: WarningRules;
  bands: BandThresholds;
  /** Customers are warned of whose value should they return is at least this. */
  valueFrom: number;
}

/**
 * Who of these customers has risen to high risk since they were last looked at. A customer seen for the first time has
 * risen from nowhere and is only noted; a score as of an earlier day than the last one, as a late event or a clock that
 * was set back makes it, says nothing new.
 */
export function judge(
  profiles: readonly ScoredProfile[],
  known: ReadonlyMap<string, Standing>,
  { rules, bands, valueFrom }: Judging,
): Judged {
  const standings = new Map<string, Standing>();
  const judged: Judged = { rises: [], cooling: [], standings };
  for (const profile of profiles) {
    const { customerId, asOf, relativeOdds } = profile;
    const before = standings.get(customerId) ?? known.get(customerId);
    if (before && asOf < before.asOf) continue;
    const band = standingBand(relativeOdds, before?.band, bands, rules.hysteresis);
    standings.set(customerId, { band, asOf, warnedAsOf: before?.warnedAsOf });
    if (!before || !hasRisen(before.band, band) || profile.valueIfReturns < valueFrom) continue;
    const cooling = isCooling(asOf, before.warnedAsOf, rules.coolDownDays);
    (cooling ? judged.cooling : judged.rises).push({ profile, from: before.band });
  }
  return judged;
}

const hasRisen = (from: RiskBand, to: RiskBand): boolean => from !== 'high' && to === 'high';

/** True within so many days of the last warning, on either side: a clock that was set back does not silence for longer. */
export function isCooling(asOf: string, warnedAsOf: string | undefined, days: number): boolean {
  return warnedAsOf !== undefined && Math.abs(startOf(asOf) - startOf(warnedAsOf)) / DAY_MS < days;
}

/** The name under which warnings of a day and segment are counted. */
export const dayAndSegment = ({ asOf, segment }: { asOf: string; segment: string }): string => `${asOf} ${segment}`;

/**
 * Those whom the daily limit of their segment leaves room for, first come, first warned; and those beyond it.
 *
 * @param made how many there are already, by `dayAndSegment`
 */
export function withinLimit(
  rises: readonly Rise[],
  made: ReadonlyMap<string, number>,
  limit: number,
): { kept: Rise[]; beyond: Rise[] } {
  const counts = new Map(made);
  const [kept, beyond]: [Rise[], Rise[]] = [[], []];
  for (const rise of rises) {
    const key = dayAndSegment(rise.profile);
    const count = counts.get(key) ?? 0;
    if (count < limit) counts.set(key, count + 1);
    (count < limit ? kept : beyond).push(rise);
  }
  return { kept, beyond };
}
