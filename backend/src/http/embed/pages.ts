import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { BrowserHeaders } from '../access/browser-headers';
import { AnswerError } from '../ask';
import { PAGE_POLICY } from '../page-policy';
import { verifyLink } from './link';
import type { VisitorOptions } from './visitors';

export interface EmbedPageOptions extends VisitorOptions {
  /** Origins of pages that may show ours in a frame, beside our own. */
  origins: readonly string[];
  /** Whether who sends a request needs no link. */
  isUser(request: FastifyRequest): boolean;
}

interface Place {
  Params: { dashboard: string; panel?: string };
  Querystring: { token?: string | string[] };
}

/** `/embed/<dashboard>` and `/embed/<dashboard>/<panel>`, and the script of the element that puts them into a page. */
export const embedPages: FastifyPluginAsync<EmbedPageOptions> = async (app, options) => {
  const browserHeaders: BrowserHeaders = {
    contentSecurityPolicy: { directives: { ...PAGE_POLICY, frameAncestors: ["'self'", ...options.origins] } },
    // It knows no list of origins; browsers that know frame-ancestors go by that.
    frameguard: options.origins.length === 0 ? { action: 'sameorigin' } : false,
  };
  const route = { schema: { hide: true }, config: { permission: 'open', visitors: true, browserHeaders } } as const;

  const page = async (request: FastifyRequest<Place>, reply: FastifyReply): Promise<FastifyReply> =>
    // The page is the same for all: it asks with its link, and says in words why it gets no answer.
    reply.status(await statusOf(request, options)).sendFile('embed.html');

  app.get<Place>('/:dashboard', route, page);
  app.get<Place>('/:dashboard/:panel', route, page);

  const script = { schema: { hide: true }, config: { permission: 'open', visitors: true } } as const;
  app.get('/churnwatch-panel.js', script, (_request, reply) =>
    // Pages of any origin load it; it holds nothing but code.
    reply
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('access-control-allow-origin', '*')
      .sendFile('churnwatch-panel.js'),
  );
};

async function statusOf(request: FastifyRequest<Place>, options: EmbedPageOptions): Promise<number> {
  const { token } = request.query;
  if (token === undefined) return options.isUser(request) ? 200 : 401;
  try {
    if (typeof token !== 'string') return 403;
    const { dashboard, panel } = verifyLink(token, await options.secret(), Date.now());
    return dashboard === request.params.dashboard && panel?.toString() === request.params.panel ? 200 : 403;
  } catch (error) {
    if (error instanceof AnswerError) return error.statusCode;
    throw error;
  }
}
