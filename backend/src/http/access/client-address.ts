import type { FastifyRequest } from 'fastify';

/**
 * The address a request came from. Behind a proxy that is the last one in `X-Forwarded-For`: the proxy has added it, and
 * all before it is what the client claims.
 */
export function clientAddress(request: Pick<FastifyRequest, 'headers' | 'ip'>, behindProxy: boolean): string {
  const forwarded = behindProxy ? [request.headers['x-forwarded-for']].flat().at(-1) : undefined;
  const last = forwarded?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? request.ip : last.slice(0, 64);
}
