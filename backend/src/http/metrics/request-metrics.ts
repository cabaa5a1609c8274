import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

/** Requests to the routes, however they end. */
export class RequestMetrics {
  private readonly durations: Histogram<'method' | 'route' | 'status'>;

  constructor(registry: Registry) {
    this.durations = new Histogram({
      name: 'churnwatch_http_request_duration_seconds',
      help: 'Time from a request arriving to its answer being sent, by route as it is declared, method and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers: [registry],
    });
  }

  /** Counts the requests of an app. Addresses that are no route count as one, so that nobody can fill the memory. */
  watch(app: FastifyInstance): void {
    app.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      const route = routeOptions.url ?? '(none)';
      this.durations.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
      done();
    });
  }
}
