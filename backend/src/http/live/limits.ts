/** What live connections may do; every number can be set for tests. */
export interface LiveLimits {
  /** Connections in all, and of one caller. */
  connections: number;
  perCaller: number;
  /** Connections that have not yet said who they are, in all, and from one address. */
  strangers: number;
  strangersOfOne: number;
  /** How long one may take to say so. */
  connectMs: number;
  heartbeatMs: number;
  /** How long a delivery may wait for the client to read. */
  slowMs: number;
  /** How long one who is dropped has to read why. */
  partingMs: number;
  /** Longest message of a client that is read, in bytes; beyond `refusedBytes` the connection ends. */
  messageBytes: number;
  refusedBytes: number;
  /** Messages of a client within a heartbeat. */
  messages: number;
  /** Rights are looked at again before a delivery when so long has passed. */
  rightsMs: number;
  /** Events handed over at a time. */
  batch: number;
  /** Bytes that may wait in a socket before it is waited for. */
  bufferedBytes: number;
  /** Bytes that may wait in a socket whose client goes on sending messages without reading the answers. */
  unreadBytes: number;
}

export const LIVE_LIMITS: LiveLimits = {
  connections: 1_000,
  perCaller: 50,
  strangers: 100,
  strangersOfOne: 20,
  connectMs: 5_000,
  heartbeatMs: 25_000,
  slowMs: 20_000,
  partingMs: 5_000,
  messageBytes: 16 * 1024,
  refusedBytes: 256 * 1024,
  messages: 100,
  rightsMs: 1_000,
  batch: 100,
  bufferedBytes: 64 * 1024,
  unreadBytes: 1024 * 1024,
};

/** Heartbeats in a row that may go unanswered before a connection is cut off. */
export const MISSED_BEATS = 2;
