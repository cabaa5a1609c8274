import type { DataFrame, DataQueryRequest } from '@grafana/data';

/**
 * Asks for the forecasts of the past. Rejects with an error whose message is for the reader; when the signal aborts,
 * nobody waits for the answer any more.
 */
export type AskBacktest = (signal: AbortSignal) => Promise<DataFrame[]>;

/** Finds how to ask about the series that a panel's request was about; undefined where that cannot be done. */
export type BacktestFor = (request: DataQueryRequest | undefined) => AskBacktest | undefined;
