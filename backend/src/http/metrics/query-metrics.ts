import { Counter, Histogram, type Registry } from 'prom-client';

/** Queries and forecasts, as they are answered. */
export class QueryMetrics {
  private readonly queries: Counter<'kind' | 'status'>;
  private readonly durations: Histogram<'kind'>;
  private readonly forecasts: Counter<'outcome'>;
  private readonly forecastDurations: Histogram;

  constructor(registry: Registry) {
    const registers = [registry];
    this.queries = new Counter({
      name: 'churnwatch_queries_total',
      help: 'Queries answered, by kind and status.',
      labelNames: ['kind', 'status'],
      registers,
    });
    this.durations = new Histogram({
      name: 'churnwatch_query_duration_seconds',
      help: 'Time from a query arriving to its frames being ready, by kind.',
      labelNames: ['kind'],
      // One ends where the rule "Queries are slow" begins to fire: between two ends Prometheus can only guess.
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 5, 10, 30],
      registers,
    });
    this.forecasts = new Counter({
      name: 'churnwatch_forecast_series_total',
      help: 'Series that forecasts were asked for, by how that ended.',
      labelNames: ['outcome'],
      registers,
    });
    this.forecastDurations = new Histogram({
      name: 'churnwatch_forecast_duration_seconds',
      help: 'Time that the forecasts of one question took.',
      buckets: [0.03, 0.1, 0.3, 1, 3, 10, 30],
      registers,
    });
  }

  countQuery(kind: string, status: number, seconds: number): void {
    this.queries.inc({ kind, status: String(status) });
    this.durations.observe({ kind }, seconds);
  }

  countForecast(outcome: string, series: number, seconds: number): void {
    this.forecasts.inc({ outcome }, series);
    this.forecastDurations.observe(seconds);
  }
}
