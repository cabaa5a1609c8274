import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AGAIN_PAGE } from './page';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True: what it answers is a page for people, who are led to the sign-in. */
    page?: boolean;
  }
}

/** Leads people who are not signed in from a page to the sign-in, and from there back. */
export function redirectToSignIn(app: FastifyInstance, isSignedIn: (request: FastifyRequest) => boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.page !== true || !wantsPage(request) || isSignedIn(request)) return;
    reply.header('cache-control', 'no-store');
    // Browsers keep a strict cookie back when a link elsewhere leads here: they send it when we ask ourselves.
    if (request.headers['sec-fetch-site'] === 'cross-site') return reply.type('text/html').send(AGAIN_PAGE);
    return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  });
}

function wantsPage({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}
