import { LIVE_TOPICS, liveFilterNames, parseLiveFilters, type LiveFilters, type LiveTopic } from '../../contract';
import { choice } from '../../contract/parse-values';

/** What a stream of server-sent events is to tell. */
export interface StreamWish {
  topics: Partial<Record<LiveTopic, LiveFilters>>;
  lastId?: string;
}

const CHOICES = LIVE_TOPICS.map((value) => ({ value }));
/** Lists are given by repeating a name. */
const LISTS = ['segment', 'band', 'state', 'warning_state', 'change'];

/**
 * What the query string of a stream asks for: `topic` (alerts unless said otherwise), filters of these, and `last_id`.
 *
 * @throws QueryError naming what is wrong and what may stand there
 */
export function streamWish(query: URLSearchParams): StreamWish {
  const named = query.has('topic') ? query.getAll('topic').map((one) => choice('topic', one, CHOICES)) : ['alerts'];
  const topics = LIVE_TOPICS.filter((topic) => named.includes(topic));
  const given = [...new Set(query.keys())].filter((name) => name !== 'topic' && name !== 'last_id');
  const fits = (name: string, topic: LiveTopic): boolean => liveFilterNames(topic).includes(name);
  // What fits none of them is refused by the first, which names what it knows.
  const isFor = (topic: LiveTopic) => (name: string) =>
    fits(name, topic) || (topic === topics[0] && !topics.some((one) => fits(name, one)));
  const filters = topics.map((topic) => {
    const own = given.filter(isFor(topic)).map((name) => [name, valueOf(name, query.getAll(name))]);
    return [topic, parseLiveFilters(topic, Object.fromEntries(own))] as const;
  });
  const lastId = query.get('last_id') ?? undefined;
  return { topics: Object.fromEntries(filters), ...(lastId === undefined ? {} : { lastId }) };
}

function valueOf(name: string, values: readonly string[]): unknown {
  if (LISTS.includes(name)) return values;
  const [value] = values;
  return value === 'true' || value === 'false' ? value === 'true' : value;
}
