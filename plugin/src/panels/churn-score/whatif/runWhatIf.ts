import type { FeatureValues } from '@contract';
import type { DataFrame, DataQueryRequest } from '@grafana/data';

/**
 * Asks for the score with some features changed. Rejects with an error whose message is for the reader; when the signal
 * aborts, nobody waits for the answer any more.
 */
export type RunWhatIf = (changes: FeatureValues, signal: AbortSignal) => Promise<DataFrame[]>;

/** Finds how to ask what-ifs about the customer that a panel's request was about; undefined where that cannot be done. */
export type WhatIfFor = (request: DataQueryRequest | undefined) => RunWhatIf | undefined;
