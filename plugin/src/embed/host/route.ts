export type Route = { page: 'list' } | { page: 'dashboard'; uid: string } | { page: 'missing' };

/** The page that a path leads to: `/`, or `/d/<uid>` with anything behind it, as Grafana appends the title. */
export function routeOf(pathname: string): Route {
  if (pathname === '/' || pathname === '/index.html') return { page: 'list' };
  const uid = /^\/d\/([^/]+)/.exec(pathname)?.[1];
  return uid === undefined ? { page: 'missing' } : { page: 'dashboard', uid: decode(uid) };
}

export interface EmbedRoute {
  uid: string;
  /** Id of the only panel that is shown; undefined: all. */
  panel: number | undefined;
}

/** What `/embed/<dashboard>` and `/embed/<dashboard>/<panel>` show; undefined for any other path. */
export function embedRouteOf(pathname: string): EmbedRoute | undefined {
  const [, uid, panel] = /^\/embed\/([^/]+)(?:\/(\d+))?\/?$/.exec(pathname) ?? [];
  return uid === undefined ? undefined : { uid: decode(uid), panel: panel === undefined ? undefined : Number(panel) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
