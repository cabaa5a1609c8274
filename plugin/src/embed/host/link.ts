/** The request header that carries a signed link: an address could end up in logs. */
const LINK_HEADER = 'x-churnwatch-link';

/** Where a visitor's page asks; other pages ask the API. */
export const VISITORS_API = '/embed/api';

/** The signed link in the page's address; undefined for this machine's own users, who need none. */
export function signedLink(): string | undefined {
  return new URLSearchParams(window.location.search).get('token') ?? undefined;
}

/** The headers with which a visitor's page asks. */
export const linkHeaders = (link: string): Record<string, string> => ({ [LINK_HEADER]: link });
