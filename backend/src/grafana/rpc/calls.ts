import { once } from 'node:events';
import {
  status,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServerErrorResponse,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import type { Logger } from '../log/logger';
import { callerMessage, ChannelError, RequestError } from './errors';

interface Cancellable {
  on(event: 'cancelled', listener: () => void): unknown;
}

/** Aborted when the caller gives the call up or its deadline passes. */
export function signalOf(call: Cancellable): AbortSignal {
  const abort = new AbortController();
  call.on('cancelled', () => abort.abort(new Error('Grafana no longer waits for the answer')));
  return abort.signal;
}

/** A gRPC method with one answer. */
export function unary<Request, Response>(
  doing: string,
  log: Logger,
  answer: (request: Request, signal: AbortSignal) => Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, done) => {
    const signal = signalOf(call);
    Promise.resolve(call.request)
      .then((request) => answer(request, signal))
      .then(
        (response) => done(null, response),
        (error: unknown) => done(signal.aborted ? cancelled() : statusOf(error, doing, log)),
      );
  };
}

/** A gRPC method that answers with a stream; it ends without an error when the caller has left. */
export function streaming<Request, Response>(
  doing: string,
  log: Logger,
  answer: (request: Request, signal: AbortSignal) => AsyncIterable<Response>,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    const signal = signalOf(call);
    writeAll(call, answer(call.request, signal), signal).then(
      () => call.end(),
      (error: unknown) => (signal.aborted ? call.end() : call.emit('error', statusOf(error, doing, log))),
    );
  };
}

async function writeAll<Request, Response>(
  call: ServerWritableStream<Request, Response>,
  parts: AsyncIterable<Response>,
  signal: AbortSignal,
): Promise<void> {
  for await (const part of parts) {
    if (signal.aborted) return;
    if (!call.write(part)) await once(call, 'drain', { signal });
  }
}

const cancelled = (): ServerErrorResponse => Object.assign(new Error('cancelled'), { code: status.CANCELLED });

function statusOf(error: unknown, doing: string, log: Logger): ServerErrorResponse {
  return Object.assign(new Error(callerMessage(error, doing, log)), { code: codeOf(error) });
}

function codeOf(error: unknown): status {
  if (error instanceof ChannelError) return status.NOT_FOUND;
  return error instanceof RequestError && error.status < 500 ? status.INVALID_ARGUMENT : status.INTERNAL;
}
