import type { FastifyRequest } from 'fastify';

/**
 * Whether a page of another site, or of another port of this machine, made a browser send this. Such a page cannot read
 * an answer, but what a request does is done by then; and through a WebSocket it could even read.
 *
 * @param allowed origins that may ask as our own pages do
 */
export function isFromForeignPage(
  { headers }: Pick<FastifyRequest, 'headers'>,
  allowed: readonly string[] = [],
): boolean {
  const { origin } = headers;
  if (origin !== undefined && allowed.includes(origin)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Browsers before 2023 name the origin alone.
  return origin !== undefined && hostOf(origin) !== headers.host;
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
