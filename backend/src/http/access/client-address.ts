import { isIP } from 'node:net';
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

/** An IPv4 address, as systems and proxies may write it. */
const IPV4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i;
/** Some proxies name the port as well. */
const IPV6_WITH_PORT = /^\[(.*)\](?::\d+)?$/;
const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;

/**
 * What limits go by: an IPv4 address without its port, or the /64 of an IPv6 address, as whoever has one of these has them
 * all and can come from another with each request.
 */
export function networkOf(address: string): string {
  const v4 = IPV4.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  const plain = IPV6_WITH_PORT.exec(address)?.[1] ?? address;
  if (isIP(plain) !== 6) return address;
  const [before = [], after = []] = plain.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const left = plain.includes('::') ? Array<string>(GROUPS).fill('0') : [];
  const groups = [...before, ...left.slice(before.length + after.length), ...after];
  const network = groups.slice(0, GROUPS_OF_NETWORK).map((group) => parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
