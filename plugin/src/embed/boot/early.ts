import { linkHeaders, signedLink, VISITORS_API } from '../host/link';
import { embedRouteOf, routeOf } from '../host/route';

/** JSON texts that were asked for before the application itself had arrived, by path. */
const early = new Map<string, Promise<Response>>();

/** Asks for what the first page needs, while its code is still on its way. Returns the address of the icons. */
export function askEarly(): string | undefined {
  const icons = document.querySelector<HTMLScriptElement>('script[data-icons]')?.dataset.icons;
  if (icons !== undefined) ask(icons);
  const link = signedLink();
  if (link !== undefined) {
    ask(`${VISITORS_API}/status`, { headers: linkHeaders(link) });
    return icons;
  }
  ask('/api/status');
  const uid = dashboardIn(window.location.pathname);
  if (uid === undefined) return icons;
  ask(`/api/dashboards/${encodeURIComponent(uid)}`);
  // A page leads to the other dashboards; a frame of another page does not.
  if (embedRouteOf(window.location.pathname) === undefined) ask('/api/dashboards');
  return icons;
}

function dashboardIn(pathname: string): string | undefined {
  const route = routeOf(pathname);
  return route.page === 'dashboard' ? route.uid : embedRouteOf(pathname)?.uid;
}

function ask(path: string, init?: RequestInit): void {
  const answer = fetch(path, init);
  // Whoever takes the answer handles its failure.
  answer.catch(() => undefined);
  early.set(path, answer);
}

/** The answer to a request that was made early, once; undefined when it was not. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const answer = early.get(path);
  early.delete(path);
  return answer;
}
