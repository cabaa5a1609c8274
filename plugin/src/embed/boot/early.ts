import { routeOf } from '../host/route';

/** JSON texts that were asked for before the application itself had arrived, by path. */
const early = new Map<string, Promise<Response>>();

/** Asks for what the first page needs, while its code is still on its way. Returns the address of the icons. */
export function askEarly(): string | undefined {
  const route = routeOf(window.location.pathname);
  const icons = document.querySelector<HTMLScriptElement>('script[data-icons]')?.dataset.icons;
  if (icons !== undefined) ask(icons);
  ask('/api/status');
  if (route.page === 'dashboard') ask(`/api/dashboards/${encodeURIComponent(route.uid)}`);
  return icons;
}

function ask(path: string): void {
  const answer = fetch(path);
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
