import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie that says who is signed in: an id by chance, which no script can read and no other site can use. */
export interface SessionCookie {
  read(request: FastifyRequest): string | undefined;
  /** @param lasts in ms */
  set(reply: FastifyReply, id: string, lasts: number): void;
  clear(reply: FastifyReply): void;
}

/** @param secure true: browsers reach this server by https alone, and send the cookie by nothing else */
export function sessionCookie(secure: boolean): SessionCookie {
  // The prefix makes browsers refuse one that another name of this domain, or http, has set.
  const name = secure ? '__Host-churnwatch' : 'churnwatch';
  const send = (reply: FastifyReply, value: string, maxAge: number): void => {
    const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge } as const;
    reply.header('set-cookie', stringifySetCookie(name, value, attributes));
  };
  return {
    read: ({ headers }) => (headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[name]),
    set: (reply, id, lasts) => send(reply, id, Math.floor(lasts / 1_000)),
    clear: (reply) => send(reply, '', 0),
  };
}
