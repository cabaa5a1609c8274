import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { AnswerError } from '../../ask';
import type { Caller } from '../../callers';
import { isFromForeignPage } from '../foreign-pages';
import type { Identity } from '../identity';
import { nameOfRole } from '../role-names';
import type { Sessions } from '../sessions';
import type { SessionCookie } from './cookie';
import { localPath, signInPage, signOutPage } from './page';

export interface SignInRoutesOptions {
  identify(credential: string, request: FastifyRequest): Promise<Identity>;
  callerIfAny(request: FastifyRequest): Caller | undefined;
  sessions: Sessions;
  cookie: SessionCookie;
}

/** As a form or a program sends it, so anything may stand there. */
interface Form {
  token?: unknown;
  next?: unknown;
}

const OPEN = { schema: { hide: true }, config: { permission: 'open' } } as const;
/** A token and an address; a JWT may be long. */
const POST = {
  ...OPEN,
  config: { ...OPEN.config, takes: ['application/x-www-form-urlencoded', 'application/json'] },
  bodyLimit: 16 * 1024,
};

/** `/sign-in` and `/sign-out` (a page, and what its form sends), and `GET /sign-in/caller`: how a person in a browser signs in. */
export const signInRoutes: FastifyPluginCallback<SignInRoutesOptions> = (app, options, done) => {
  const { identify, callerIfAny, sessions, cookie } = options;
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) => {
    const fields = new URLSearchParams(String(body));
    parsed(null, { token: fields.get('token')?.trim() ?? '', next: fields.get('next') } satisfies Form);
  });

  app.get<{ Querystring: { next?: unknown } }>('/sign-in', OPEN, (request, reply) => {
    const next = localPath(request.query.next);
    return callerIfAny(request) ? reply.redirect(next, 303) : page(request, reply, { next });
  });

  app.post<{ Body?: Form | null }>('/sign-in', POST, async (request, reply) => {
    refuseForeignPages(request);
    const { token, next } = request.body ?? {};
    try {
      const identity = await identify(typeof token === 'string' ? token : '', request);
      // Whoever was signed in here before is not any longer.
      end(request, options);
      const { id, lasts } = sessions.begin(identity);
      cookie.set(reply, id, lasts);
      return reply.redirect(localPath(next), 303);
    } catch (error) {
      if (!(error instanceof AnswerError)) throw error;
      reply.status(error.statusCode);
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      return page(request, reply, { next: localPath(next), problem: error });
    }
  });

  app.get('/sign-out', OPEN, (request, reply) => {
    const caller = callerIfAny(request);
    if (!caller) return reply.redirect('/sign-in', 303);
    return sendPage(reply, signOutPage(caller.name, request.headers['accept-language']));
  });

  app.post('/sign-out', POST, (request, reply) => {
    refuseForeignPages(request);
    end(request, options);
    cookie.clear(reply);
    return reply.redirect('/sign-in', 303);
  });

  app.get('/sign-in/caller', OPEN, (request, reply) => {
    const caller = callerIfAny(request);
    return reply
      .header('cache-control', 'no-store')
      .send(caller ? { name: caller.name, role: nameOfRole(caller.role) } : { name: null, role: null });
  });
  done();
};

function page(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: { next: string; problem?: AnswerError },
): FastifyReply {
  return sendPage(reply, signInPage({ ...shown, acceptLanguage: request.headers['accept-language'] }));
}

const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);

/** Another site could sign a browser in as somebody else, whose figures its user would then take for their own. */
function refuseForeignPages({ headers }: FastifyRequest): void {
  // Our pages send no referrer: with it browsers keep back the origin of a form.
  const origin = headers.origin === 'null' ? undefined : headers.origin;
  if (isFromForeignPage({ headers: { ...headers, origin } }))
    throw new AnswerError(403, 'A page of another site cannot sign anybody in or out.');
}

function end(request: FastifyRequest, { cookie, sessions }: SignInRoutesOptions): void {
  const id = cookie.read(request);
  if (id !== undefined) sessions.end(id);
}
