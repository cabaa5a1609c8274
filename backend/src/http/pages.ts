import { join } from 'node:path';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dashboards } from './dashboards';
import { embedPages } from './embed/pages';
import { visitorRoutes } from './embed/visitors';
import type { Metrics } from './metrics';
import type { Served } from './served';

export interface PagesOptions {
  served: Served;
  /** Folder with the dashboards' JSON files. */
  dashboardFolder: string;
  /** Folder with the viewer's index.html and assets. */
  viewerFolder: string;
  metrics: Metrics;
  /** Whether who sends a request may see everything, without a signed link. */
  isUser(request: FastifyRequest): boolean;
  /** Whom pages of other sites and signed links let in; absent: nobody. */
  embed?: EmbedOptions;
}

export interface EmbedOptions {
  /** Origins of pages that may show `/embed` in a frame, beside this server's own. */
  origins: readonly string[];
  /** The secret of signed links; undefined where there is none. */
  secret(): Promise<string | undefined>;
}

const NOBODY: EmbedOptions = { origins: [], secret: () => Promise.resolve(undefined) };

/** Turns the app into the stand-alone server: viewer pages, dashboards and metrics. */
export async function addPages(
  app: FastifyInstance,
  { served, dashboardFolder, viewerFolder, metrics, isUser, embed = NOBODY }: PagesOptions,
): Promise<void> {
  await app.register(fastifyCompress);
  await app.register(fastifyStatic, {
    root: viewerFolder,
    // Routes of our own say who may have what.
    serve: false,
    // Else what it says of keeping files takes the place of what stands below.
    cacheControl: false,
    // The bundle's own files carry a hash of their content in their name; pages do not.
    setHeaders: (response, path) => {
      response.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get<{ Params: { '*': string } }>('/assets/*', ASSETS, (request, reply) =>
    reply.sendFile(request.params['*'], join(viewerFolder, 'assets')),
  );
  app.get<{ Params: { '*': string } }>('/*', PAGE, (request, reply) => reply.sendFile(request.params['*']));
  app.get('/', PAGE, (_request, reply) => reply.sendFile('index.html'));
  await app.register(dashboards, { prefix: '/api', folder: dashboardFolder });
  const visitors = { served, dashboardFolder, secret: embed.secret };
  await app.register(visitorRoutes, { prefix: '/embed/api', ...visitors });
  await app.register(embedPages, { prefix: '/embed', ...visitors, origins: embed.origins, isUser });
  app.get('/metrics', READ, async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  app.get('/d/*', PAGE, (_request, reply) => reply.sendFile('index.html'));
}

/** Not part of the REST API that is described as OpenAPI. */
const READ = { schema: { hide: true }, config: { permission: 'read' } } as const;
const PAGE = { ...READ, config: { permission: 'read', page: true } } as const;
/** Code and pictures of the pages: no data, and visitors with a link need them. */
const ASSETS = { schema: { hide: true }, config: { permission: 'open', visitors: true } } as const;
