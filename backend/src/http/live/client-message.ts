import { LIVE_TOPICS, parseLiveFilters, QueryError, type LiveFilters, type LiveTopic } from '../../contract';
import { choice, isFields, plainText, show, type Fields } from '../../contract/parse-values';

/** What a client may say over a WebSocket. */
export type ClientMessage =
  | { type: 'connect'; token?: string; lastId?: string }
  | { type: 'subscribe'; topic: LiveTopic; filters: LiveFilters; lastId?: string }
  | { type: 'unsubscribe'; topic: LiveTopic }
  | { type: 'ping' };

const MAX_TOKEN = 8 * 1024;
const MAX_ID = 64;

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  connect: ['token', 'last_id'],
  subscribe_alerts: ['filters', 'last_id'],
  subscribe_predictions: ['filters', 'last_id'],
  unsubscribe: ['topic'],
  ping: [],
};

/**
 * What a client's message says.
 *
 * @throws QueryError saying what is wrong with it and what may stand there
 */
export function clientMessage(text: string): ClientMessage {
  const message = fieldsIn(text);
  const { type } = message;
  const known = typeof type === 'string' && Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
  if (!known) {
    const given = type === undefined ? 'The message has no type' : `Unknown message type ${show(type)}`;
    throw new QueryError(`${given}; known: ${Object.keys(FIELDS).join(', ')}.`);
  }
  const unknown = Object.keys(message).find((name) => name !== 'type' && !known.includes(name));
  if (unknown !== undefined) {
    const names = known.length === 0 ? 'it takes none' : `known: ${known.join(', ')}`;
    throw new QueryError(`${show(unknown)} is no field of ${String(type)}; ${names}.`);
  }
  return read(String(type), message);
}

function read(type: string, message: Fields): ClientMessage {
  switch (type) {
    case 'connect':
      return { type, token: textOrNone('token', message.token, MAX_TOKEN), lastId: lastIdIn(message) };
    case 'subscribe_alerts':
      return subscription('alerts', message);
    case 'subscribe_predictions':
      return subscription('predictions', message);
    case 'unsubscribe':
      return { type, topic: topicIn(message) };
    default:
      return { type: 'ping' };
  }
}

function subscription(topic: LiveTopic, message: Fields): ClientMessage {
  return { type: 'subscribe', topic, filters: parseLiveFilters(topic, message.filters), lastId: lastIdIn(message) };
}

function fieldsIn(text: string): Fields {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new QueryError('The message is not JSON; send an object such as {"type": "connect"}.');
  }
  if (isFields(json)) return json;
  throw new QueryError('A message must be a JSON object such as {"type": "connect"}.');
}

function topicIn({ topic }: Fields): LiveTopic {
  const named = choice(
    'topic',
    topic,
    LIVE_TOPICS.map((value) => ({ value })),
  );
  return named === 'alerts' ? 'alerts' : 'predictions';
}

/** An id may be sent as a number, since those of alerts are. */
function lastIdIn({ last_id: given }: Fields): string | undefined {
  return textOrNone('last_id', typeof given === 'number' ? String(given) : given, MAX_ID);
}

function textOrNone(name: string, value: unknown, most: number): string | undefined {
  return value === undefined || value === null ? undefined : plainText(name, value, most);
}
