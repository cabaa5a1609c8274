import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from 'fastify';
import { AnswerError } from '../ask';
import { CountedDeeds, OF_STRANGERS } from '../audit/counted';
import type { Audit } from '../audit/entry';
import type { Caller } from '../callers';
import { PAGE_POLICY } from '../page-policy';
import { authentication, type Authentication } from './authenticate';
import { addBrowserHeaders } from './browser-headers';
import { clientAddress } from './client-address';
import { allowOrigins } from './cors';
import { comesAs, type HostNames } from './host-names';
import type { Verifier } from './identity';
import { limitRates } from './rate-limit';
import { Sessions } from './sessions';
import { sessionCookie } from './sign-in/cookie';
import { redirectToSignIn } from './sign-in/redirect';
import { signInRoutes } from './sign-in/routes';
import { giveTurns } from './turns';

export interface StandAloneOptions {
  hosts: HostNames;
  /** Who may sign in; absent: whoever reaches the loopback interface has the files themselves, and is not asked. */
  signIn?: SignInOptions;
  /** True: browsers reach this server by https alone. */
  secure: boolean;
  /** True: a proxy stands in front and says where requests come from. */
  behindProxy: boolean;
  /** Origins whose pages may ask the API, beside our own. */
  origins: readonly string[];
  audit?: Audit;
  onFault(message: string, error: unknown): void;
}

export interface SignInOptions {
  verifiers: readonly Verifier[];
  /** Requests a minute that each caller may send. */
  perMinute: number;
}

/** Who may do what at the stand-alone server: options of the app, and what routes may ask. */
export interface Access extends Pick<Authentication, 'callerOf' | 'callerIfAny' | 'holdsStill'> {
  origins: readonly string[];
  /** Whose a token is; absent where nobody needs to sign in. */
  identify?: Authentication['identify'];
  /** What stands before all routes; to be called before these are added. */
  guard(app: FastifyInstance): void;
  /** Where a request came from, for the audit log. */
  addressOf(request: FastifyRequest): string;
}

/** Guards the stand-alone server: by which name it is asked, who asks, how often, and what browsers are told. */
export function standAloneAccess(options: StandAloneOptions): Access {
  const { hosts, signIn, secure, origins, audit, behindProxy, onFault } = options;
  const sessions = new Sessions();
  const cookie = sessionCookie(secure);
  const failures = audit && new CountedDeeds(audit, OF_STRANGERS);
  const known = signIn
    ? authentication({
        verifiers: signIn.verifiers,
        sessions,
        sessionOf: (request) => cookie.read(request),
        behindProxy,
        failures,
        onFault,
      })
    : ofThisMachine(hosts);
  const guard = (app: FastifyInstance): void => {
    addBrowserHeaders(app, { contentSecurityPolicy: { directives: PAGE_POLICY }, strictTransportSecurity: secure });
    checkHost(app, hosts);
    if (signIn) {
      failures?.tellFor(app);
      app.addHook('onRequest', async (request) => known.findCaller(request));
      redirectToSignIn(app, (request) => known.callerIfAny(request) !== undefined);
    }
    allowOrigins(app, origins);
    giveTurns(app, known.callerIfAny);
    if (signIn) {
      app.after(() => limitRates(app, { perMinute: signIn.perMinute, behindProxy, callerIfAny: known.callerIfAny }));
      app.register(signInRoutes, { ...known, sessions, cookie });
    } else app.register(nobodySignsIn);
  };
  const { callerOf, callerIfAny, holdsStill, identify } = known;
  const asked = { callerOf, callerIfAny, holdsStill, ...(signIn ? { identify } : {}) };
  return { ...asked, origins, guard, addressOf: (request) => clientAddress(request, behindProxy) };
}

/** Pages ask who is signed in before they can know that nobody needs to be. */
const nobodySignsIn: FastifyPluginCallback = (app, _options, done) => {
  const open = { schema: { hide: true }, config: { permission: 'open' } } as const;
  app.get('/sign-in/caller', open, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ name: null, role: null }),
  );
  done();
};

const LOCAL: Caller = { role: 'Admin', name: 'local' };

/** Everybody but visitors, who have a link to show instead. */
function ofThisMachine(hosts: HostNames): Authentication {
  const callerIfAny = ({ hostname }: FastifyRequest): Caller | undefined =>
    comesAs(hostname, hosts) === 'user' ? LOCAL : undefined;
  const nobody = (): never => {
    throw new AnswerError(401, 'Visitors need a signed link.');
  };
  return {
    findCaller: () => Promise.resolve(),
    callerOf: (request) => callerIfAny(request) ?? nobody(),
    callerIfAny,
    holdsStill: () => Promise.resolve(true),
    identify: () => Promise.reject(new AnswerError(404, 'Nobody needs to sign in here.')),
  };
}

function checkHost(app: FastifyInstance, hosts: HostNames): void {
  app.addHook('onRequest', async (request, reply) => {
    const comes = comesAs(request.hostname, hosts);
    if (comes === undefined) throw new AnswerError(403, wrongName(hosts));
    // What a visitor may ask for at all looks at their link itself, or is code of the pages.
    if (comes === 'visitor' && request.routeOptions.config.visitors !== true) return reply.callNotFound();
  });
}

function wrongName({ anyAddress }: HostNames): string {
  return anyAddress
    ? 'This server does not know the name it was asked by; whoever runs it can add it with --name.'
    : 'This server answers on this machine only: open it as http://127.0.0.1.';
}
