import { EVENT_LIMITS } from '../../contract';
import type { TopicMessage } from '../log';
import type { RawMessage } from './client';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Serializers of schema registries put this before every message, and the schema's number behind it. */
const REGISTRY_MARK = 0;

/** Reads a message as JSON; whether it is an event is not known then. */
export function readMessage({ offset, value }: RawMessage): TopicMessage {
  const invalid = (reason: string, text: string): TopicMessage => ({ offset, rejection: 'invalid', reason, text });
  if (value === null || value.length === 0) return invalid('The message is empty.', '');
  if (value.length > EVENT_LIMITS.eventBytes) {
    const reason = `The message has ${value.length} bytes; ${EVENT_LIMITS.eventBytes} is the most.`;
    return { offset, rejection: 'too_large', reason, text: value.toString('utf8', 0, EVENT_LIMITS.eventBytes) };
  }
  if (value[0] === REGISTRY_MARK) {
    return invalid(
      'The message seems to be of a schema registry (Avro, Protobuf): plain JSON is needed.',
      value.toString('base64'),
    );
  }
  try {
    const text = utf8.decode(value);
    try {
      return { offset, event: JSON.parse(text) as unknown };
    } catch {
      return invalid('The message is not JSON.', text);
    }
  } catch {
    return invalid('The message is not UTF-8.', value.toString('latin1'));
  }
}
