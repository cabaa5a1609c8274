import type { WebSocket } from '@fastify/websocket';
import { QueryError } from '../../contract';
import { clientMessage } from './client-message';
import { CLOSE } from './close-codes';
import type { Connection } from './connection';
import type { Conversation } from './conversation';
import type { LiveLimits } from './limits';
import { TOO_SLOW } from './parting';

/** Hears what a client says, one message after the other, and answers in words what cannot be understood. */
export function hear(
  socket: WebSocket,
  connection: Connection,
  conversation: Conversation,
  limits: Pick<LiveLimits, 'messageBytes' | 'messages' | 'unreadBytes'>,
): void {
  let turn = Promise.resolve();
  let heard = 0;
  connection.beat(() => (heard = 0));
  socket.on('message', (data, isBinary) => {
    heard++;
    if (heard > limits.messages) {
      return connection.part(CLOSE.tooMany, 'too_many', `More than ${limits.messages} messages came in a short while.`);
    }
    if (isBinary) return connection.refuse('bad_message', 'A message must be text, not binary.');
    const text = textOf(data);
    if (Buffer.byteLength(text) > limits.messageBytes) {
      return connection.refuse('too_large', `A message can be ${limits.messageBytes / 1024} KiB long at most.`);
    }
    turn = turn.then(() => {
      // Answers to one who only asks would heap up without an end.
      if (connection.unread > limits.unreadBytes) return connection.part(CLOSE.slow, 'slow', TOO_SLOW);
      return understand(text, connection, conversation);
    });
  });
}

async function understand(text: string, connection: Connection, conversation: Conversation): Promise<void> {
  try {
    await conversation.hear(clientMessage(text));
  } catch (error) {
    if (error instanceof QueryError) connection.refuse('bad_message', error.message);
    else conversation.fail(error);
  }
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}
