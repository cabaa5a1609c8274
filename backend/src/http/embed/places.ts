/** A setting that cannot be what was given; the message says why and what to give. */
export class PlaceError extends Error {
  override name = 'PlaceError';
}

const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;
const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/**
 * Origins of pages that may embed, for the header that names them: nothing but scheme, name and port may stand there, as
 * anything more could add rules of its own to that header.
 *
 * @throws PlaceError naming the one that is no origin
 */
export function readOrigins(given: readonly string[]): string[] {
  return given.map((one) => {
    const origin = one.trim().toLowerCase().replace(/\/$/, '');
    if (ORIGIN.test(origin)) return origin;
    throw new PlaceError(
      `"${one}" is no origin of a page. Write scheme and name, such as https://intranet.example or https://*.example.com.`,
    );
  });
}

/**
 * Names by which visitors with signed links may reach this server.
 *
 * @throws PlaceError naming the one that is no host name, or names this very machine
 */
export function readHosts(given: readonly string[]): string[] {
  return given.map((one) => {
    const host = one.trim().toLowerCase();
    if (!HOST.test(host)) {
      throw new PlaceError(`"${one}" is no host name. Write it without scheme and port, such as figures.example.com.`);
    }
    if (host === 'localhost' || host === '127.0.0.1') {
      throw new PlaceError(`"${one}" is this machine itself, whose users see everything. Give visitors another name.`);
    }
    return host;
  });
}
