import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../callers';
import { CountedDeeds, OF_CALLERS, OF_STRANGERS } from './counted';
import { outcomeOf, type Audit, type AuditEntry } from './entry';

export interface RecordOptions {
  audit: Audit;
  callerOf(request: FastifyRequest): Caller;
  /** Where a request came from; absent where another has taken it, as in Grafana. */
  addressOf?(request: FastifyRequest): string;
}

/** Refusals that nobody needs a right for: not signed in, not permitted, too often. */
const WITHOUT_END = [401, 403, 429];
const MOST_TARGET = 200;
const EXPORTS = /^(text\/csv|application\/(pdf|gzip))/;
const NOBODY: Caller = { role: 'None', name: 'unknown' };

/**
 * Tells the audit log of every request that writes, refused ones too, and of every file that is handed out; never what
 * was in it. Sendings of events, which no limit of requests holds back, are counted by sender, and so are refusals that
 * anybody can bring about: they would drive out all older entries.
 */
export function recordDeeds(app: FastifyInstance, options: RecordOptions): void {
  const { audit } = options;
  const [callers, strangers] = [new CountedDeeds(audit, OF_CALLERS), new CountedDeeds(audit, OF_STRANGERS)];
  for (const counted of [callers, strangers]) counted.tellFor(app);
  const tell = (entry: AuditEntry, permission: unknown): void => {
    if (entry.role === 'None') return strangers.tellOnce(entry);
    const isEvents = permission === 'send_events';
    if (isEvents && entry.outcome === 'done') return callers.count(entry);
    if (isEvents || WITHOUT_END.includes(entry.status ?? 0)) return callers.tellOnce(entry);
    audit.record(entry);
  };
  // Before the answer goes out: who hangs up without it has done it all the same, and no hook tells of them later.
  app.addHook('onSend', async (request, reply) => {
    const action = actionOf(request, reply);
    if (action === undefined) return;
    tell(entryOf(action, request, reply, options), request.routeOptions.config.permission);
  });
}

function actionOf({ routeOptions, is404, method }: FastifyRequest, reply: FastifyReply): string | undefined {
  const { permission, action } = routeOptions.config;
  if (is404 || permission === undefined || permission === 'open') return undefined;
  if (isWrite(permission, method)) return action ?? `${method} ${routeOptions.url ?? ''}`;
  return EXPORTS.test(String(reply.getHeader('content-type') ?? '')) ? `export ${routeOptions.url ?? ''}` : undefined;
}

/** Administrators' reading is told as well, as of the audit log itself; that of refused events is no deed. */
const isWrite = (permission: string, method: string): boolean =>
  permission === 'administer' || (permission !== 'read' && method !== 'GET' && method !== 'HEAD');

function entryOf(action: string, request: FastifyRequest, reply: FastifyReply, options: RecordOptions): AuditEntry {
  const { role, name: actor } = callerIfAny(request, options.callerOf);
  // What strangers name is their own invention.
  const target = role === 'None' ? '' : targetOf(request.params);
  return {
    time: new Date().toISOString(),
    action,
    actor,
    role,
    ...(options.addressOf ? { address: options.addressOf(request) } : {}),
    ...(target === '' ? {} : { target }),
    outcome: outcomeOf(reply.statusCode),
    status: reply.statusCode,
  };
}

function callerIfAny(request: FastifyRequest, callerOf: RecordOptions['callerOf']): Caller {
  try {
    return callerOf(request);
  } catch {
    return NOBODY;
  }
}

/** Ids in the path; the query string may hold what people search for. */
function targetOf(parameters: unknown): string {
  const values = Object.values({ ...(parameters as Record<string, unknown> | undefined) });
  return values.map(String).join(' ').slice(0, MOST_TARGET);
}
