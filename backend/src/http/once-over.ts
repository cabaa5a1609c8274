import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';

/** By connection, what is over when it is closed. */
const connections = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls a function once an answer was taken or cannot be. Of its connection, too, as what waits behind an answer without an
 * end does not close with it; the request tells nothing, as one with a body closes when that has been read.
 */
export function onceOver({ raw, request }: Pick<FastifyReply, 'raw' | 'request'>, over: () => void): void {
  const ends = endsWith(request.raw.socket);
  ends.add(over);
  raw.once('close', () => {
    ends.delete(over);
    over();
  });
}

/** One listener for all that comes over a connection: many requests may wait on one. */
function endsWith(connection: Socket): Set<() => void> {
  const known = connections.get(connection);
  if (known) return known;
  const ends = new Set<() => void>();
  connections.set(connection, ends);
  connection.once('close', () => {
    for (const over of ends) over();
  });
  return ends;
}
