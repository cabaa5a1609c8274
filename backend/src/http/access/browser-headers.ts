import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What browsers are told otherwise about answers of this route than about all others. */
    browserHeaders?: BrowserHeaders;
  }
}

/** What browsers are told otherwise than helmet would tell them. */
export interface BrowserHeaders {
  contentSecurityPolicy?: Parameters<typeof helmet.contentSecurityPolicy>[0];
  frameguard?: Parameters<typeof helmet.frameguard>[0] | false;
  strictTransportSecurity?: boolean;
}

/**
 * Tells browsers with every answer, refusals too, what they may do with it. What is told is put together once, not for
 * each request; so it is to be called before routes are added.
 */
export function addBrowserHeaders(app: FastifyInstance, options: BrowserHeaders): void {
  const usual = helmet(options);
  const others = new Map<BrowserHeaders, typeof usual>();
  app.addHook('onRoute', ({ config }) => {
    const own = config?.browserHeaders;
    if (own) others.set(own, helmet({ ...options, ...own }));
  });
  app.addHook('onRequest', (request, reply, done) => {
    const own = request.routeOptions.config.browserHeaders;
    const tell = (own && others.get(own)) ?? usual;
    tell(request.raw, reply.raw, () => done());
  });
}
