import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

/** What proxies write down of requests whose client did not wait for the answer. */
const HUNG_UP = 499;

/** Requests to the routes, however they end. */
export class RequestMetrics {
  private readonly durations: Histogram<'method' | 'route' | 'status'>;

  constructor(registry: Registry) {
    this.durations = new Histogram({
      name: 'churnwatch_http_request_duration_seconds',
      help: 'Time from a request arriving to its answer being sent, by route as it is declared, method and status; 499: the client hung up.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers: [registry],
    });
  }

  /** Counts the requests of an app. Addresses that are no route count as one, so that nobody can fill the memory. */
  watch(app: FastifyInstance): void {
    app.addHook('onRequest', (request, reply, done) => {
      // No hook tells of them once they are gone: the slowest requests would not be among those that are counted. Where
      // the answer has begun it may be one without an end, and a connection that becomes a WebSocket gets none.
      reply.raw.once('close', () => {
        if (!reply.raw.headersSent && request.headers.upgrade === undefined) this.count(request, reply, HUNG_UP);
      });
      done();
    });
    app.addHook('onResponse', (request, reply, done) => {
      this.count(request, reply, reply.statusCode);
      done();
    });
  }

  private count({ method, routeOptions }: FastifyRequest, reply: FastifyReply, status: number): void {
    const route = routeOptions.url ?? '(none)';
    this.durations.observe({ method, route, status: String(status) }, reply.elapsedTime / 1000);
  }
}
