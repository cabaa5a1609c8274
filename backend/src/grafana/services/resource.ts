import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import type { PluginHandlers, ResourceRequest, ResourceResponse } from '../handlers';
import type { Logger } from '../log/logger';
import type { CallResourceRequest, CallResourceResponse, WireHeaders } from '../protocol/wire';
import { streaming } from '../rpc/calls';
import { contextOf } from '../rpc/context';
import { callerMessage, RequestError } from '../rpc/errors';

type Handlers = Promise<Pick<PluginHandlers, 'resource'>>;

export function resourceService(handlers: Handlers, log: Logger): UntypedServiceImplementation {
  return {
    CallResource: streaming<CallResourceRequest, CallResourceResponse>('The resource call', log, (request, signal) =>
      respond(handlers, request, signal, log),
    ),
  };
}

/** The handler's response; a failure before its first part becomes a response with a status and a JSON body. */
async function* respond(
  handlers: Handlers,
  request: CallResourceRequest,
  signal: AbortSignal,
  log: Logger,
): AsyncGenerator<CallResourceResponse> {
  let started = false;
  try {
    const response = (await handlers).resource(readRequest(request), signal);
    for await (const part of 'then' in response ? [await response] : response) {
      yield toWire(part);
      started = true;
    }
  } catch (error) {
    if (started || signal.aborted) throw error;
    yield toWire(errorResponse(error, log));
  }
}

function readRequest(request: CallResourceRequest): ResourceRequest {
  const headers = Object.entries(request.headers).map(([name, { values }]) => [name, values] as const);
  const { method, path, url, body } = request;
  return { context: contextOf(request), method, path, url, body, headers: Object.fromEntries(headers) };
}

function toWire({ status, headers, body }: ResourceResponse): CallResourceResponse {
  const wire: WireHeaders = {};
  for (const [name, values] of Object.entries(headers)) wire[name] = { values: [...values] };
  return { code: status, headers: wire, body };
}

function errorResponse(error: unknown, log: Logger): ResourceResponse {
  const status = error instanceof RequestError ? error.status : 500;
  const body = Buffer.from(JSON.stringify({ error: callerMessage(error, 'The resource call', log) }));
  return { status, headers: { 'Content-Type': ['application/json'] }, body };
}
