import type { FastifyInstance, InjectOptions } from 'fastify';
import type { ResourceRequest, ResourceResponse } from '../../grafana/handlers';
import { CALLER_HEADERS, callerHeaders } from './caller-headers';

/** Headers that describe a connection which does not exist between Grafana and this process. */
const NOT_PASSED_ON = new Set([
  'connection',
  'content-length',
  'transfer-encoding',
  'host',
  'accept-encoding',
  ...CALLER_HEADERS,
]);

/**
 * With a length, a caller has all and hangs up before Grafana has heard that the answer is over, which Grafana then takes
 * for a failure: it logs an error and counts a 500. Without one it tells callers of the end itself.
 */
const NOT_PASSED_BACK = new Set(['content-length', 'connection', 'keep-alive', 'transfer-encoding']);

/** Answers a resource call from Grafana with the REST API's own routes. */
export async function callResource(app: FastifyInstance, request: ResourceRequest): Promise<ResourceResponse> {
  if (leavesTheApi(request.path)) return notFound();
  const headers: Record<string, string> = callerHeaders(request.context.user);
  for (const [name, values] of Object.entries(request.headers)) {
    const lower = name.toLowerCase();
    if (!NOT_PASSED_ON.has(lower)) headers[lower] = values.join(', ');
  }
  const response = await app.inject({
    method: request.method as InjectOptions['method'],
    url: `/api/${request.url.replace(/^\/+/, '')}`,
    headers,
    ...(request.body.length > 0 ? { payload: Buffer.from(request.body) } : {}),
  });
  return {
    status: response.statusCode,
    headers: Object.fromEntries(
      Object.entries(response.headers)
        .filter(([name]) => !NOT_PASSED_BACK.has(name))
        .map(([name, value]) => [name, [value].flat().map(String)]),
    ),
    body: response.rawPayload,
  };
}

/** A path that climbs: the routes beside the API are not for Grafana's callers. */
function leavesTheApi(path: string): boolean {
  try {
    return /(^|[\\/])\.\.?([\\/]|$)/.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}

function notFound(): ResourceResponse {
  const body = Buffer.from(JSON.stringify({ error: 'There is nothing at this path.' }));
  return { status: 404, headers: { 'content-type': ['application/json; charset=utf-8'] }, body };
}
