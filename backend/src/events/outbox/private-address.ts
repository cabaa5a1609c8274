import { BlockList, isIP } from 'node:net';

/** Networks of IPv4 that are not of the internet at large (IANA's registry of special-purpose addresses). */
const SPECIAL: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of IPv6 all that is in use at large, less documentation and what carries other addresses (Teredo, 6to4). */
const GLOBAL_IPV6 = ['2000::', 3] as const;
const SPECIAL_IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [net, bits] of SPECIAL) special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of SPECIAL_IPV6) special.addSubnet(net, bits, 'ipv6');
const globalIpv6 = new BlockList();
globalIpv6.addSubnet(...GLOBAL_IPV6, 'ipv6');

/** Whether an IP address is one of this machine, of a private network, or otherwise none of the internet at large. */
export function isPrivate(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return special.check(address, 'ipv4');
  return family !== 6 || !globalIpv6.check(address, 'ipv6') || special.check(address, 'ipv6');
}

/** The IP address in a URL; undefined where it has a name. */
export function addressOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? undefined : bare;
}

/** Whether a URL is encrypted and not plainly private; what its name leads to is seen when it is connected to. */
export function isPublicHttps(url: URL): boolean {
  const address = addressOf(url);
  const isLocalName = /(^|\.)localhost\.?$/.test(url.hostname);
  return url.protocol === 'https:' && !isLocalName && (address === undefined || !isPrivate(address));
}
