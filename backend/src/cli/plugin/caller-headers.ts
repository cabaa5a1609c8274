import type { IncomingHttpHeaders } from 'node:http';
import type { PluginUser } from '../../grafana/handlers';
import { roleOf, type Caller } from '../../http/callers';

/** Headers that carry the caller from the plugin context to the routes; never taken from a request. */
const ROLE_HEADER = 'x-churnwatch-role';
const LOGIN_HEADER = 'x-churnwatch-login';
export const CALLER_HEADERS = [ROLE_HEADER, LOGIN_HEADER];

/** Who has no user is Grafana itself, or a visitor of a public dashboard. */
const NOBODY = 'nobody signed in';

/** @param user as Grafana's plugin context names them; undefined where nobody signed in */
export function callerHeaders(user: Pick<PluginUser, 'role' | 'login'> | undefined): Record<string, string> {
  // Logins may hold letters that headers cannot.
  return { [ROLE_HEADER]: user?.role ?? '', [LOGIN_HEADER]: encodeURIComponent(user?.login ?? '') };
}

/** Who sends a request, by the headers that `callerHeaders` made. */
export function callerIn(headers: IncomingHttpHeaders): Caller {
  const name = decodeURIComponent(headers[LOGIN_HEADER]?.toString() ?? '');
  return { role: roleOf(headers[ROLE_HEADER]?.toString()), name: name === '' ? NOBODY : name };
}
