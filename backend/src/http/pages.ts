import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { dashboards } from './dashboards';
import type { Metrics } from './metrics';

export interface PagesOptions {
  /** Folder with the dashboards' JSON files. */
  dashboardFolder: string;
  /** Folder with the viewer's index.html and assets. */
  viewerFolder: string;
  metrics: Metrics;
}

/** Turns the app into the stand-alone server: viewer pages, dashboards, metrics, and a browser's protections. */
export async function addPages(
  app: FastifyInstance,
  { dashboardFolder, viewerFolder, metrics }: PagesOptions,
): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (!isLoopbackHost(request.hostname)) {
      return reply
        .status(403)
        .send({ error: 'This server answers on this machine only: open it as http://127.0.0.1.' });
    }
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Grafana's components write their styles into the page at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
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
  app.get('/metrics', UNDOCUMENTED, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  app.get('/d/*', UNDOCUMENTED, (_request, reply) => reply.sendFile('index.html'));
}

/** Not part of the REST API that is described as OpenAPI. */
const UNDOCUMENTED = { schema: { hide: true } };

/** Refuses names that a hostile page could have made point to this machine (DNS rebinding). */
function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]' || hostname === '::1';
}
