import type { RiskBand } from '../../contract';
import type { ScoredProfile } from '../profile';
import { recordProfiles, type Touched } from '../profiles/live-profiles';
import type { EventStore } from '../store/store';
import type { ProfileWatcher } from '../watcher';
import type { LoggedEvent } from './logged-event';
import { moveProgress } from './progress';
import type { LiveScores } from './scorer';
import unusableSql from './sql/unusable.sql';

/** A customer who was scored anew because of events. */
export interface Prediction {
  profile: ScoredProfile;
  /** The risk band before; absent of a customer who was not seen before. */
  before?: RiskBand;
  model: string;
  generation: string;
  /** The last event that has had its effect with this one. */
  seq: number;
  /** When the first event of the batch was received, in ms since 1970-01-01 UTC. */
  receivedAt: number;
}

/**
 * Gives a batch its effect in one transaction: customers' profiles, whatever the watcher makes of them, and the note that
 * its events are processed.
 *
 * @param from the last event that has had its effect before
 * @returns the scores that are new, and what is to be called now that all is on the disk
 */
export async function giveEffect(
  store: EventStore,
  watcher: ProfileWatcher,
  from: number,
  events: readonly LoggedEvent[],
  { profiles, basis }: LiveScores,
): Promise<{ predictions: Prediction[]; done: () => void }> {
  const [first, last] = [events[0]!, events.at(-1)!];
  return store.transaction(async (statements) => {
    await recordProfiles(statements, touchedBy(events, profiles));
    const { before: bands, done } = await watcher.consider(statements, profiles, basis, last.receivedAt);
    await moveProgress(statements, from, last.seq);
    const predictions = profiles.map((profile) => {
      const before = bands.get(profile.customerId);
      const { model, generation } = basis;
      const one = { profile, model, generation, seq: last.seq, receivedAt: first.receivedAt };
      return before === undefined ? one : { ...one, before };
    });
    return { predictions, done };
  });
}

/** Puts an event that cannot be used among the dead letters, and goes on behind it. */
export async function setAside(store: EventStore, from: number, event: LoggedEvent, reason: string): Promise<void> {
  await store.transaction(async (statements) => {
    await statements.run(unusableSql, { seq: event.seq, reason });
    // Out of the log, or it would spoil the profile of its customer and the next build as well; and it may come again.
    await statements.run('DELETE FROM events WHERE seq = $seq', { seq: event.seq });
    await statements.run('DELETE FROM event_ids WHERE id = $id', { id: event.id });
    await moveProgress(statements, from, event.seq);
  });
}

function touchedBy(events: readonly LoggedEvent[], profiles: readonly ScoredProfile[]): Touched[] {
  const touched = new Map<string, Touched>();
  for (const { customerId, seq } of events) {
    touched.set(customerId, { customerId, events: (touched.get(customerId)?.events ?? 0) + 1, seq });
  }
  for (const profile of profiles) {
    const { customerId } = profile;
    const known = touched.get(customerId) ?? { customerId, events: 0, seq: events.at(-1)!.seq };
    touched.set(customerId, { ...known, profile });
  }
  return [...touched.values()];
}
