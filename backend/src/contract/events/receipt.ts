/** What became of one event. */
export interface Receipt {
  /** Its place in what was sent, from 0. */
  index: number;
  /** The event's id; null when it has none that can be used. */
  id: string | null;
  /**
   * accepted: it is on the disk; duplicate: it has been before, nothing was doubled; rejected: it cannot be used, and is
   * among the dead letters.
   */
  status: 'accepted' | 'duplicate' | 'rejected';
  /** Why it was rejected, or what to know about a duplicate. */
  reason?: string;
}

/** Why an event could not be used: not in the form of the contract, at an impossible time, or of nobody that is known. */
export const REJECTIONS = ['invalid', 'too_large', 'future', 'too_old', 'unknown_customer'] as const;

export type Rejection = (typeof REJECTIONS)[number];

/** An event that could not be used. */
export interface DeadLetter {
  seq: number;
  /** RFC 3339. */
  received_at: string;
  /** Who sent it. */
  source: string;
  id: string | null;
  rejection: Rejection;
  reason: string;
  /** What was sent, as JSON text; the beginning of it when it was too large. */
  event: string;
}
