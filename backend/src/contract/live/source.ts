import type { LiveItem } from './events';
import type { LiveFilters } from './filters';
import type { LiveTopic } from './topics';

/**
 * What became of a wish to go on where one was: `no` since none was named, `complete`, or `partial` where some of what
 * came meanwhile is no longer known.
 */
export type Resumed = 'no' | 'complete' | 'partial';

/** One who follows. It is asked for what comes next, and so is told no faster than it can take. */
export interface LiveFollower {
  /**
   * Follows a topic, from now on or from after the event of that id. A topic that is followed already is begun anew.
   *
   * @throws QueryError when the id is none
   */
  follow(topic: LiveTopic, filters: LiveFilters, after?: string): Resumed;
  /** @returns false when it was not followed */
  leave(topic: LiveTopic): boolean;
  /** What comes next, in its order, at most so many; waits until there is something. Empty once it is closed. */
  next(most: number): Promise<LiveItem[]>;
  /** The id to come back with: everything up to it has been told, or did not match the filters. */
  readonly position: string;
  /** Aborted when so much has come meanwhile that the next of it is no longer known: it was too slow. */
  readonly behind: AbortSignal;
  close(): void;
}

/** Where live events come from. */
export interface LiveSource {
  /** Somebody new, who follows nothing yet. */
  follower(): LiveFollower;
  /** The last events of a topic that match, the oldest first; as far as they are at hand. */
  latest(topic: LiveTopic, filters: LiveFilters, most: number): Promise<LiveItem[]>;
}
