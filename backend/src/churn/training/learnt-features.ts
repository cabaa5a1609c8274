import type { Engine } from '../../warehouse/engine';
import { EVENT_FEATURES, ORDER_FEATURES } from '../features/feature-specs';
import { CUSTOMERS_WITH_EVENTS_SQL } from '../features/features-sql';

/** A feature of events that says something of fewer customers has nothing to teach. */
export const FEWEST_WITH_EVENTS = 100;

/**
 * Keys of the features that a model learns from: all that orders tell, and those of events that say something of enough
 * customers at a past cut. So a shop without events, or one that has begun with them lately, gets the model that it would get
 * if there were no such features.
 *
 * @param cut the last one that the model that is tested learns from: what it cannot know cannot be tested
 */
export async function learntFeatures(
  engine: Pick<Engine, 'rows'>,
  cut: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const [customers] = await engine.rows(CUSTOMERS_WITH_EVENTS_SQL, { cut }, signal);
  const ofEvents = EVENT_FEATURES.filter((key) => Number(customers?.[key]) >= FEWEST_WITH_EVENTS);
  return [...ORDER_FEATURES, ...ofEvents];
}
