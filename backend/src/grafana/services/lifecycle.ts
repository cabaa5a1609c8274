import { setTimeout } from 'node:timers/promises';
import {
  status,
  type ServerDuplexStream,
  type ServerWritableStream,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { Empty } from '../protocol/wire';

export interface LifecycleEvents {
  /** Grafana asks the plugin to end. */
  onShutdown(): void;
  /** A call broke off that lasts as long as Grafana's connection does. */
  onConnectionLost(): void;
}

type Unary<Request, Response> = (
  call: { request: Request },
  done: (error: { code: status; details: string } | null, response?: Response) => void,
) => void;

/** Grafana kills a plugin two seconds after it has asked it to end: who keeps the connection is not waited for longer. */
const GOODBYE_MAY_TAKE_MS = 500;

/**
 * The services that go-plugin itself needs, by name.
 * @param connectionsClosed resolves when the connections that are open now have been closed.
 */
export function lifecycleServices(
  { onShutdown, onConnectionLost }: LifecycleEvents,
  connectionsClosed: () => Promise<unknown>,
) {
  const shutdown: Unary<Empty, Empty> = (_call, done) => {
    // Grafana closes the connection when it has the answer. If the process ended before, a busy Grafana could find the
    // connection broken, and never read an answer that is already there.
    const limit = setTimeout(GOODBYE_MAY_TAKE_MS, undefined, { ref: false });
    void Promise.race([connectionsClosed(), limit]).then(onShutdown);
    done(null, {});
  };
  const lasting = (call: ServerWritableStream<Empty, Empty>): void => {
    call.on('cancelled', () => {
      call.end();
      onConnectionLost();
    });
  };
  return {
    'plugin.GRPCController': { Shutdown: shutdown },
    'plugin.GRPCStdio': { StreamStdio: lasting },
    'plugin.GRPCBroker': {
      StartStream: (call: ServerDuplexStream<Empty, Empty>) => {
        call.on('cancelled', onConnectionLost);
        call.on('end', () => call.end());
        call.resume();
      },
    },
    'grpc.health.v1.Health': { Check: check, Watch: watch },
  } satisfies Record<string, UntypedServiceImplementation>;
}

const SERVING = { status: 1 };
const SERVICE_UNKNOWN = { status: 3 };

/** go-plugin asks for the service `plugin`; the empty name stands for the whole server. */
const isServed = (service: string): boolean => service === 'plugin' || service === '';

const check: Unary<{ service: string }, typeof SERVING> = ({ request: { service } }, done) => {
  if (isServed(service)) done(null, SERVING);
  else done({ code: status.NOT_FOUND, details: `There is no service "${service}".` });
};

function watch(call: ServerWritableStream<{ service: string }, typeof SERVING>): void {
  call.on('cancelled', () => call.end());
  call.write(isServed(call.request.service) ? SERVING : SERVICE_UNKNOWN);
}
