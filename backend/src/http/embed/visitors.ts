import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import { isRecord, LANGUAGES, textsIn, type Choices, type Frame } from '../../contract';
import { answerAll } from '../answer-all';
import { abortedBy, AnswerError } from '../ask';
import { readDashboards } from '../dashboards';
import { seesFullIds } from '../callers';
import type { Served } from '../served';
import { firstTexts } from './first-texts';
import { verifyLink, type LinkClaims } from './link';
import { openVariables, queriesOf, scopeOf, type LinkScope, type Wishes } from './scope';
import { LINK_QUERY_SCHEMA, type LinkQuery, type LinkQueryBody } from './schema';
import { visibleDashboard, visibleMeta, visibleStatus } from './visible';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True: visitors who come by a public name may ask for it; it looks at their link itself. */
    visitors?: boolean;
  }
}

export interface VisitorOptions {
  served: Served;
  dashboardFolder: string;
  /** The secret of signed links; undefined where there is none. */
  secret(): Promise<string | undefined>;
}

/** The request header that carries the link: an address could end up in logs. */
export const LINK_HEADER = 'x-churnwatch-link';

const FOR_VISITORS = { schema: { hide: true }, config: { permission: 'open', visitors: true } } as const;

/** Views of a kind that a panel lets its reader switch between: the same facts, drawn otherwise. */
const SWITCHABLE: Readonly<Record<string, readonly string[]>> = { sales_forecast: ['forecast', 'backtest'] };

/**
 * What the page of a signed link asks. A visitor never sends a query: they name a panel, and the server asks what the
 * dashboard asks there, with the values that the link has set. So a link shows what its signer saw, whatever is sent.
 */
export const visitorRoutes: FastifyPluginCallback<VisitorOptions> = (app, options, done) => {
  const { served } = options;
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/status', FOR_VISITORS, async (request) => {
    await claimsOf(request, options);
    return visibleStatus(served.status());
  });

  app.get('/dashboard', FOR_VISITORS, async (request, reply) => {
    const { claims, json, scope } = await open(request, wishesIn(request.query), options);
    const asked = await firstTexts(
      openVariables(scope, scope.panels),
      scope,
      rightsOf(claims, served),
      served,
      abortedBy(reply),
    );
    const { title, panel, expires } = { ...claims, title: scope.dashboard.title };
    return {
      dashboard: visibleDashboard(json, scope, claims, asked),
      link: { title, panel, expires, free: claims.free },
    };
  });

  app.post<{ Body: LinkQueryBody }>(
    '/query',
    { ...FOR_VISITORS, schema: LINK_QUERY_SCHEMA },
    async (request, reply) => {
      const { panel, queries, from, to, variables } = request.body;
      const wishes = { from: from?.toString(), to: to?.toString(), variables: variables ?? {} };
      const { claims, scope: opened } = await open(request, wishes, options);
      const signal = abortedBy(reply);
      const rights = rightsOf(claims, served);
      const targets = opened.panels.find(({ id }) => id === panel)?.targets;
      const asked = await firstTexts(openVariables(opened, targets), opened, rights, served, signal);
      const first = [...asked].map(([name, text]) => [name, [text]] as const);
      const scope = { ...opened, choices: { ...opened.choices, ...Object.fromEntries(first) } };
      const results = await answerAll(queries, async ({ maxDataPoints = 0, intervalMs, ...wanted }) => {
        const { refId: _, ...model } = queryOf(wanted, panel, scope);
        const question = { model, range: scope.range, maxDataPoints, intervalMs, ...rights, user: 'visitors' };
        const answer = await served.answer(question, signal);
        return { ...answer, frames: answer.frames.map(visible) };
      });
      return reply.type('application/json; charset=utf-8').send(`{"results":${results}}`);
    },
  );

  done();
};

/** What the link in a request allows. @throws AnswerError 401, 403 or 410 */
export async function claimsOf(request: FastifyRequest, { secret }: VisitorOptions): Promise<LinkClaims> {
  const header = request.headers[LINK_HEADER];
  if (typeof header !== 'string' || header === '') {
    throw new AnswerError(401, 'This page needs a signed link. Ask whoever runs this server for one.');
  }
  return verifyLink(header, await secret(), Date.now());
}

async function open(request: FastifyRequest, wishes: Wishes, options: VisitorOptions) {
  const claims = await claimsOf(request, options);
  const json = (await readDashboards(options.dashboardFolder)).find(({ uid }) => uid === claims.dashboard);
  if (!json) throw new AnswerError(404, 'The dashboard that this link leads to is no longer there. Ask for a new one.');
  const days = options.served.status().generation;
  return { claims, json, scope: scopeOf(claims, json, wishes, days, Date.now()) };
}

/** As a viewer, but for the ids that the signer has shown; SQL only where everybody may run it. */
function rightsOf({ fullIds }: LinkClaims, { settings }: Served) {
  return { fullIds: seesFullIds(fullIds ? 'Editor' : 'Viewer', settings), trusted: false };
}

function queryOf({ refId, view, language }: LinkQuery, panel: number, scope: LinkScope) {
  const shown = scope.panels.find(({ id }) => id === panel);
  const query = shown && queriesOf(shown, scope).find((one) => one.refId === refId);
  if (!query) throw new AnswerError(403, 'This link does not show what was asked for.');
  const switchable = SWITCHABLE[String(query.kind)] ?? [];
  const spoken = language === undefined ? query : { language, ...query };
  return view !== undefined && switchable.includes(view) ? { ...spoken, view } : spoken;
}

const visible = (frame: Frame): Frame => ({ ...frame, meta: visibleMeta(frame.meta) });

/** Time range, variables and language as an address has them: `from`, `to`, `var-state`, `lang`. */
function wishesIn(query: unknown): Wishes {
  const entries = Object.entries(isRecord(query) ? query : {});
  const one = (name: string): string | undefined => {
    const value = entries.find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : undefined;
  };
  const variables: Choices = Object.fromEntries(
    entries
      .filter(([key]) => key.startsWith('var-'))
      .map(([key, value]) => [key.slice('var-'.length), typeof value === 'string' ? [value] : textsIn(value)]),
  );
  const language = LANGUAGES.find((known) => known === one('lang'));
  return { from: one('from'), to: one('to'), variables, language };
}
