import type { Rejection } from '../../contract';
import { isRefused, KEPT_CHARACTERS, prepareEvent, type PreparedEvent, type RefusedEvent } from './prepare';

/** A message of a topic: an event as it came, or what could not be read as one. */
export type TopicMessage = { offset: number } & ({ event: unknown } | UnreadableMessage);

export interface UnreadableMessage {
  rejection: Rejection;
  reason: string;
  /** What came. */
  text: string;
}

/** Checks a message's event; what is wrong with it is told together with where it stands, to be found again there. */
export function prepareMessage(
  message: TopicMessage,
  place: { topic: string; partition: number },
  now: number,
): PreparedEvent | RefusedEvent {
  const prepared =
    'event' in message
      ? prepareEvent(message.event, now)
      : {
          id: null,
          customerId: null,
          rejection: message.rejection,
          reason: message.reason,
          text: message.text.slice(0, KEPT_CHARACTERS),
        };
  if (!isRefused(prepared)) return prepared;
  const where = `(topic ${place.topic}, partition ${place.partition}, offset ${message.offset})`;
  return { ...prepared, reason: `${prepared.reason} ${where}` };
}
