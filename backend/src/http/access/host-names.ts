import { isIP } from 'node:net';

/** By which names this server is asked. */
export interface HostNames {
  /** Names of this server, beside those of the loopback interface. */
  own: readonly string[];
  /** Names by which visitors with signed links come, and nobody else. */
  visitors: readonly string[];
  /** True: it listens on other addresses than loopback, so that people may ask it by an address. */
  anyAddress: boolean;
}

/** Whether a name or address means this very machine. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || bare(hostname) === '::1';
}

/**
 * Who comes by a name. Others than these are refused: a hostile page can make a name of its own point here (DNS
 * rebinding), though never an address.
 */
export function comesAs(hostname: string, { own, visitors, anyAddress }: HostNames): 'user' | 'visitor' | undefined {
  const name = hostname.toLowerCase();
  if (isLoopbackHost(name) || own.includes(name)) return 'user';
  if (visitors.includes(name)) return 'visitor';
  return anyAddress && isIP(bare(name)) !== 0 ? 'user' : undefined;
}

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');
