/** How the taking of events fares. Counts are since the process started. */
export interface EventsStatus {
  /**
   * off: this process takes none; opening: it has not begun yet; elsewhere: another process, or another data source,
   * takes them for this warehouse; unavailable: they cannot be taken. `reason` says who, or why.
   */
  state: 'ready' | 'opening' | 'elsewhere' | 'unavailable' | 'off';
  reason?: string;
  taken: number;
  duplicates: number;
  rejected: number;
  /** Requests that were sent away since the queue was full. */
  refused: number;
  /** Events that wait for the disk. */
  queued: number;
  /** All dead letters that are kept. */
  deadLetters: number;
  /** RFC 3339; absent: nothing was taken yet. */
  lastCommit?: string;
  /** How long the oldest event that has not had its effect has waited, in seconds; 0 when there is none. */
  lagSeconds: number;
  /** Events that no generation of the warehouse has yet. */
  unfolded: number;
  /** Events that have had no effect on a profile yet. */
  waiting?: number;
  /** Events that had theirs, a second, on average over the last minute. */
  perSecond?: number;
  /** Why events wait, for people; absent when they do not. */
  problem?: string;
}
