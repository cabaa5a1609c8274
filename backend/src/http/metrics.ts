import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ModelStatus, WarehouseStatus } from '../contract';

/** The backend's own figures in Prometheus' form. One instance per process. */
export class Metrics {
  private readonly registry = new Registry();

  private readonly queries = new Counter({
    name: 'churnwatch_queries_total',
    help: 'Queries answered, by kind and status.',
    labelNames: ['kind', 'status'] as const,
    registers: [this.registry],
  });

  private readonly durations = new Histogram({
    name: 'churnwatch_query_duration_seconds',
    help: 'Time from a query arriving to its frames being ready, by kind.',
    labelNames: ['kind'] as const,
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });

  private readonly forecasts = new Counter({
    name: 'churnwatch_forecast_series_total',
    help: 'Series that forecasts were asked for, by how that ended.',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  private readonly forecastDurations = new Histogram({
    name: 'churnwatch_forecast_duration_seconds',
    help: 'Time that the forecasts of one question took.',
    buckets: [0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers: [this.registry],
  });

  private readonly ready = new Gauge({
    name: 'churnwatch_warehouse_ready',
    help: '1 while a generation of the warehouse is served.',
    labelNames: ['warehouse'] as const,
    registers: [this.registry],
  });

  private readonly built = new Gauge({
    name: 'churnwatch_warehouse_built_timestamp_seconds',
    help: 'When the served generation was built.',
    labelNames: ['warehouse', 'generation'] as const,
    registers: [this.registry],
  });

  private readonly rows = new Gauge({
    name: 'churnwatch_warehouse_rows',
    help: 'Rows read from the CSV files into the served generation, and rows rejected.',
    labelNames: ['warehouse', 'outcome'] as const,
    registers: [this.registry],
  });

  private readonly modelTrained = new Gauge({
    name: 'churnwatch_model_trained_timestamp_seconds',
    help: 'When the churn model that serves was trained.',
    labelNames: ['warehouse'] as const,
    registers: [this.registry],
  });

  private readonly modelInfo = new Gauge({
    name: 'churnwatch_model_info',
    help: '1 for the churn model that serves; horizon in days.',
    labelNames: ['warehouse', 'id', 'algorithm', 'horizon'] as const,
    registers: [this.registry],
  });

  private readonly modelRocAuc = new Gauge({
    name: 'churnwatch_model_roc_auc',
    help: 'ROC-AUC of the churn model that serves, on customers and days that it had not seen.',
    labelNames: ['warehouse'] as const,
    registers: [this.registry],
  });

  private readonly training = new Gauge({
    name: 'churnwatch_training_in_progress',
    help: '1 while a churn model is being trained.',
    labelNames: ['warehouse'] as const,
    registers: [this.registry],
  });

  /** @param warehouses the status of each served warehouse by name, asked for at every scrape */
  constructor(private readonly warehouses: () => ReadonlyMap<string, WarehouseStatus>) {
    collectDefaultMetrics({ register: this.registry, prefix: 'churnwatch_' });
  }

  /** Counts one answered query. */
  countQuery(kind: string, status: number, seconds: number): void {
    this.queries.inc({ kind, status: String(status) });
    this.durations.observe({ kind }, seconds);
  }

  /** Counts the forecasts of one question. */
  countForecast(outcome: string, series: number, seconds: number): void {
    this.forecasts.inc({ outcome }, series);
    this.forecastDurations.observe(seconds);
  }

  /** The text that Prometheus scrapes. */
  async text(): Promise<string> {
    const { ready, built, rows, modelTrained, modelInfo, modelRocAuc, training } = this;
    for (const gauge of [ready, built, rows, modelTrained, modelInfo, modelRocAuc, training]) gauge.reset();
    for (const [warehouse, { generation, model }] of this.warehouses()) {
      if (model) this.tellModel(warehouse, model);
      this.ready.set({ warehouse }, generation ? 1 : 0);
      if (!generation) continue;
      this.built.set({ warehouse, generation: generation.id }, Date.parse(generation.builtAt) / 1000);
      this.rows.set({ warehouse, outcome: 'read' }, generation.rowsRead);
      this.rows.set({ warehouse, outcome: 'rejected' }, generation.rowsRejected);
    }
    return this.registry.metrics();
  }

  private tellModel(warehouse: string, { id, algorithm, horizonDays, trainedAt, rocAuc, progress }: ModelStatus): void {
    this.training.set({ warehouse }, progress ? 1 : 0);
    if (id === undefined) return;
    this.modelInfo.set({ warehouse, id, algorithm, horizon: horizonDays }, 1);
    if (trainedAt !== undefined) this.modelTrained.set({ warehouse }, Date.parse(trainedAt) / 1000);
    if (rocAuc !== undefined) this.modelRocAuc.set({ warehouse }, rocAuc);
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
