import type { Answer } from '../question';

/** How the queries of one kind have fared. */
export interface KindLoad {
  kind: string;
  queries: number;
  /** Of these, faults of ours: a wrong question or a shop that is not ready does not count. */
  failed: number;
  meanSeconds: number;
  /** Upper ends of the steps in which times are counted, so at most a fifth too long. */
  p50Seconds: number;
  p95Seconds: number;
  slowestSeconds: number;
}

/** How the queries of one minute have fared, all kinds together. */
export interface MinuteLoad extends Omit<KindLoad, 'kind'> {
  /** In ms since 1970-01-01 UTC. */
  start: number;
}

interface Tally {
  queries: number;
  failed: number;
  seconds: number;
  slowest: number;
  /** Number of queries by the step that their time fell into. */
  steps: number[];
}

const MINUTE_MS = 60_000;
/** As long as anybody may look back. */
const KEPT_MINUTES = 1_440;
/** The first step ends at half a millisecond; each further one is a fifth longer, the last takes the rest. */
const FIRST_STEP_SECONDS = 0.0005;
const STEP_RATIO = 1.2;
const STEPS = 72;

/**
 * Counts the answers of the last day by minute and kind. Times are kept as counts in steps of equal ratio, so that
 * memory does not grow with the number of queries.
 */
export class QueryLoad {
  private readonly minutes = new Map<number, Map<string, Tally>>();

  /** @param now in ms since 1970-01-01 UTC */
  record({ kind, status }: Pick<Answer, 'kind' | 'status'>, seconds: number, now: number): void {
    const minute = Math.floor(now / MINUTE_MS);
    const tallies = this.minutes.get(minute) ?? this.begin(minute);
    const tally = tallies.get(kind) ?? emptyTally();
    tallies.set(kind, tally);
    tally.queries++;
    if (status >= 500 && status !== 503) tally.failed++;
    tally.seconds += seconds;
    tally.slowest = Math.max(tally.slowest, seconds);
    const step = stepOf(seconds);
    tally.steps[step] = (tally.steps[step] ?? 0) + 1;
  }

  /** The kinds asked within the last minutes, this one included; the most asked first. */
  byKind(minutes: number, now: number): KindLoad[] {
    const summed = new Map<string, Tally>();
    for (const [kind, tally] of this.since(minutes, now)) {
      const sum = summed.get(kind) ?? emptyTally();
      summed.set(kind, sum);
      add(sum, tally);
    }
    return [...summed]
      .map(([kind, tally]) => ({ kind, ...loadOf(tally) }))
      .sort((a, b) => b.queries - a.queries || (a.kind < b.kind ? -1 : 1));
  }

  /** All kinds together, or those named. */
  total(minutes: number, now: number, kinds?: readonly string[]): Omit<KindLoad, 'kind'> {
    const sum = emptyTally();
    for (const [kind, tally] of this.since(minutes, now)) if (kinds?.includes(kind) ?? true) add(sum, tally);
    return loadOf(sum);
  }

  /** The last minutes one by one, this one included, oldest first; those without a query too. */
  byMinute(minutes: number, now: number): MinuteLoad[] {
    const last = Math.floor(now / MINUTE_MS);
    return Array.from({ length: minutes }, (_, i) => {
      const minute = last - minutes + 1 + i;
      const sum = emptyTally();
      for (const tally of this.minutes.get(minute)?.values() ?? []) add(sum, tally);
      return { start: minute * MINUTE_MS, ...loadOf(sum) };
    });
  }

  private *since(minutes: number, now: number): Iterable<[string, Tally]> {
    const last = Math.floor(now / MINUTE_MS);
    for (const [minute, tallies] of this.minutes) if (minute > last - minutes && minute <= last) yield* tallies;
  }

  private begin(minute: number): Map<string, Tally> {
    const tallies = new Map<string, Tally>();
    this.minutes.set(minute, tallies);
    // A clock that was set back leaves some ahead.
    for (const old of this.minutes.keys()) if (Math.abs(old - minute) >= KEPT_MINUTES) this.minutes.delete(old);
    return tallies;
  }
}

const emptyTally = (): Tally => ({ queries: 0, failed: 0, seconds: 0, slowest: 0, steps: [] });

function stepOf(seconds: number): number {
  if (seconds <= FIRST_STEP_SECONDS) return 0;
  return Math.min(STEPS - 1, Math.ceil(Math.log(seconds / FIRST_STEP_SECONDS) / Math.log(STEP_RATIO)));
}

function add(sum: Tally, { queries, failed, seconds, slowest, steps }: Tally): void {
  sum.queries += queries;
  sum.failed += failed;
  sum.seconds += seconds;
  sum.slowest = Math.max(sum.slowest, slowest);
  steps.forEach((count, step) => (sum.steps[step] = (sum.steps[step] ?? 0) + count));
}

function loadOf(tally: Tally): Omit<KindLoad, 'kind'> {
  const { queries, failed, seconds, slowest } = tally;
  return {
    queries,
    failed,
    meanSeconds: queries === 0 ? 0 : seconds / queries,
    p50Seconds: percentile(tally, 0.5),
    p95Seconds: percentile(tally, 0.95),
    slowestSeconds: slowest,
  };
}

/** The end of the step in which so many of the times have been counted; never beyond the slowest. */
function percentile({ queries, slowest, steps }: Tally, share: number): number {
  let counted = 0;
  for (let step = 0; step < STEPS; step++) {
    counted += steps[step] ?? 0;
    if (counted > 0 && counted >= share * queries) return Math.min(slowest, FIRST_STEP_SECONDS * STEP_RATIO ** step);
  }
  return 0;
}
