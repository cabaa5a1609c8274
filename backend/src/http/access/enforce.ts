import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AnswerError } from '../ask';
import type { Caller } from '../callers';
import { isFromForeignPage } from './foreign-pages';
import { deedOf, permits, refusalOf, type Permission } from './permissions';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a caller needs to be permitted; `open`: nothing, as the route looks itself at who asks, or says nothing. */
    permission?: Permission | 'open';
    /** What the audit log calls what a write does, such as `model.train`; absent: method and path. */
    action?: string;
  }
}

export interface EnforceOptions {
  /** Who sends a request. @throws AnswerError 401 when nobody signed in */
  callerOf(request: FastifyRequest): Caller;
  /** Origins whose pages may write as our own pages do; absent where Grafana has looked whose page it is. */
  origins?: readonly string[];
}

/**
 * Has every route say which permission it needs, and lets only those in who have it: before the body is read, and after
 * the hooks that find out who asks. A route that says nothing is a fault, and the app does not start.
 */
export function enforcePermissions(app: FastifyInstance, { callerOf, origins }: EnforceOptions): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    // Browsers ask before they ask, without a word of who they are.
    if (method === 'OPTIONS') return;
    if (config?.permission === undefined) throw new Error(`The route ${String(method)} ${url} names no permission.`);
  });
  app.addHook('preParsing', async (request) => {
    const { permission } = request.routeOptions.config;
    if (request.is404 || permission === undefined || permission === 'open') return;
    const { role } = callerOf(request);
    if (canHarm(request, permission) && isForeign(request, origins)) {
      throw new AnswerError(403, `A page of another site cannot ${deedOf(permission)}.`);
    }
    if (!permits(role, permission)) throw new AnswerError(403, refusalOf(permission));
  });
}

/** Grafana passes on an origin, and not the name by which it was asked itself. */
function isForeign({ headers }: FastifyRequest, origins: EnforceOptions['origins']): boolean {
  return isFromForeignPage({ headers: origins ? headers : { ...headers, origin: undefined } }, origins);
}

/** Requests that do something, or that open a channel which the same-origin policy of browsers does not guard. */
function canHarm({ headers }: FastifyRequest, permission: Permission): boolean {
  return permission !== 'read' || headers.upgrade !== undefined;
}
