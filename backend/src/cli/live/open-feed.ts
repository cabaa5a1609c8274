import type { PredictionUpdate } from '../../contract';
import { LiveFeed } from '../../events/feed/feed';
import type { Prediction } from '../../events/process/effect';
import type { Warnings } from '../../events/warnings/warnings';

export interface OpenFeedOptions {
  warnings: Pick<Warnings, 'onWarning' | 'since' | 'lastSeq'>;
  /** Where new scores come from; absent where events are not scored. */
  scores?: { onPrediction(listener: (predictions: readonly Prediction[]) => void): () => void };
  onFault(message: string, error: unknown): void;
}

/** What is told live of one warehouse; undefined when its store does not say where it stands. */
export function openLiveFeed({ warnings, scores, onFault }: OpenFeedOptions): Promise<LiveFeed | undefined> {
  const opened = LiveFeed.open({
    warnings,
    ...(scores && { onPrediction: (listener) => scores.onPrediction((made) => listener(made.map(updateOf))) }),
  });
  return opened.catch((error: unknown) => {
    onFault('early warnings cannot be told live', error);
    return undefined;
  });
}

/** A new score as it is told. */
export function updateOf({ profile, before, generation, model, receivedAt }: Prediction): PredictionUpdate {
  return {
    customer_id: profile.customerId,
    from_band: before ?? null,
    band: profile.band,
    churn_probability: profile.churnProbability,
    relative_odds: profile.relativeOdds,
    segment: profile.segment,
    state: profile.state,
    revenue_at_risk: profile.revenueAtRisk,
    value_if_returns: profile.valueIfReturns,
    as_of: profile.asOf,
    generation,
    model,
    at: new Date(receivedAt).toISOString(),
  };
}
