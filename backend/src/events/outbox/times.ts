/** How patient the sending is, in ms. */
export interface OutboxTimes {
  /** An attempt is given up after so long. */
  attempt: number;
  /** Before the second attempt; doubled with each further one, up to `longestRetry`. */
  firstRetry: number;
  longestRetry: number;
  /** From when it was queued; the first failure after that is the last. */
  giveUp: number;
  /** How long an address rests that keeps failing; doubled with each further failure, up to `longestPause`. */
  firstPause: number;
  longestPause: number;
  /** How often it is looked for what is due. */
  look: number;
  /** How often the file is read anew. */
  reload: number;
  /** How long closing waits for attempts under way. */
  grace: number;
  /** How long what was delivered and what was given up is kept. */
  keepDelivered: number;
  keepDead: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const DEFAULT_TIMES: OutboxTimes = {
  attempt: 10 * SECOND,
  firstRetry: 5 * SECOND,
  longestRetry: HOUR,
  giveUp: DAY,
  firstPause: 30 * SECOND,
  longestPause: 10 * MINUTE,
  look: SECOND,
  reload: 10 * SECOND,
  grace: SECOND,
  keepDelivered: 7 * DAY,
  keepDead: 30 * DAY,
};

/**
 * How long to wait after so many failed attempts, in ms: at least half of the doubled time, the rest by chance, so that
 * messages that failed together do not come back together.
 *
 * @param chance 0 to 1
 */
export function retryDelay(attempts: number, { firstRetry, longestRetry }: OutboxTimes, chance: number): number {
  const whole = Math.min(longestRetry, firstRetry * 2 ** Math.min(attempts - 1, 30));
  return Math.round(whole * (0.5 + chance / 2));
}
