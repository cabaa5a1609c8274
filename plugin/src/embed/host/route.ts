export type Route = { page: 'list' } | { page: 'dashboard'; uid: string } | { page: 'missing' };

/** The page that a path leads to: `/`, or `/d/<uid>` with anything behind it, as Grafana appends the title. */
export function routeOf(pathname: string): Route {
  if (pathname === '/' || pathname === '/index.html') return { page: 'list' };
  const uid = /^\/d\/([^/]+)/.exec(pathname)?.[1];
  return uid === undefined ? { page: 'missing' } : { page: 'dashboard', uid: decode(uid) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
