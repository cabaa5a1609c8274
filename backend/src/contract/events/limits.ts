/** What one request may hold, and what an event may say. */
export const EVENT_LIMITS = {
  /** Events of one request. */
  batch: 1_000,
  /** Bytes of one event as JSON. */
  eventBytes: 32 * 1024,
  /** Bytes of one request's body. */
  bodyBytes: 8 * 1024 * 1024,
  idLength: 128,
  /** An event may come from a clock that is so many ms ahead of ours. */
  aheadMs: 5 * 60_000,
} as const;

/** No event is older, nor any time that one names. */
export const FIRST_MOMENT = Date.UTC(1990, 0, 1);
/** Every time that an event names lies before it: later ones stand for "never", and charts cannot show them. */
export const END_OF_TIMES = Date.UTC(2200, 0, 1);
