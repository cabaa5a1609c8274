import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dashboards } from './dashboards';
import { embedPages } from './embed/pages';
import { visitorRoutes } from './embed/visitors';
import type { Metrics } from './metrics';
import { PAGE_POLICY } from './page-policy';
import type { Served } from './served';

export interface PagesOptions {
  served: Served;
  /** Folder with the dashboards' JSON files. */
  dashboardFolder: string;
  /** Folder with the viewer's index.html and assets. */
  viewerFolder: string;
  metrics: Metrics;
  /** Whom pages of other sites and signed links let in; absent: nobody. */
  embed?: EmbedOptions;
}

export interface EmbedOptions {
  /** Origins of pages that may show `/embed` in a frame, beside this server's own. */
  origins: readonly string[];
  /** Names by which visitors reach this server, through a proxy; they need a signed link, and get nothing else. */
  hosts: readonly string[];
  /** The secret of signed links; undefined where there is none. */
  secret(): Promise<string | undefined>;
}

const NOBODY: EmbedOptions = { origins: [], hosts: [], secret: () => Promise.resolve(undefined) };

/** Turns the app into the stand-alone server: viewer pages, dashboards, metrics, and a browser's protections. */
export async function addPages(
  app: FastifyInstance,
  { served, dashboardFolder, viewerFolder, metrics, embed = NOBODY }: PagesOptions,
): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (isLoopbackHost(request.hostname)) return;
    if (!embed.hosts.includes(request.hostname.toLowerCase())) {
      return reply
        .status(403)
        .send({ error: 'This server answers on this machine only: open it as http://127.0.0.1.' });
    }
    if (!isForVisitors(request)) return reply.callNotFound();
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { directives: PAGE_POLICY },
    strictTransportSecurity: false,
  });
  await app.register(fastifyCompress);
  await app.register(fastifyStatic, {
    root: viewerFolder,
    wildcard: true,
    // The bundle's own files carry a hash of their content in their name; pages do not.
    setHeaders: (response, path) => {
      response.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  await app.register(dashboards, { prefix: '/api', folder: dashboardFolder });
  const visitors = { served, dashboardFolder, secret: embed.secret };
  await app.register(visitorRoutes, { prefix: '/embed/api', ...visitors });
  const isLocal = (request: FastifyRequest): boolean => isLoopbackHost(request.hostname);
  await app.register(embedPages, { prefix: '/embed', ...visitors, origins: embed.origins, isLocal });
  app.get('/metrics', UNDOCUMENTED, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  app.get('/d/*', UNDOCUMENTED, (_request, reply) => reply.sendFile('index.html'));
}

/** Not part of the REST API that is described as OpenAPI. */
const UNDOCUMENTED = { schema: { hide: true } };

/** What a visitor may ask for at all: what looks at their link itself, and the code and pictures of the pages. */
function isForVisitors({ routeOptions, url }: FastifyRequest): boolean {
  return routeOptions.config?.visitors === true || (routeOptions.url === '/*' && url.startsWith('/assets/'));
}

/** Refuses names that a hostile page could have made point to this machine (DNS rebinding). */
function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]' || hostname === '::1';
}
