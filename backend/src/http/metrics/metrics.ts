import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { EventsStatus, KafkaStatus, WarehouseStatus, WebhooksStatus } from '../../contract';
import type { BusinessFigures } from './business';
import { BusinessMetrics } from './business-metrics';
import { EventMetrics } from './event-metrics';
import { KafkaMetrics } from './kafka-metrics';
import { LatestFigures } from './latest-figures';
import { QueryMetrics } from './query-metrics';
import { RequestMetrics } from './request-metrics';
import { WarehouseMetrics } from './warehouse-metrics';
import { WebhookMetrics } from './webhook-metrics';

/** A warehouse as metrics see it. */
export interface WatchedWarehouse {
  status(): WarehouseStatus;
  /** The shop's figures now; absent where nobody watches them. */
  business?(): Promise<BusinessFigures>;
  /** How the taking of events fares; absent where none are taken. */
  readonly events?: { status(): EventsStatus };
  /** How reading from Kafka fares; absent where none is read. */
  kafka?(): KafkaStatus;
  /** How the sending of early warnings to other tools fares; absent where nobody looks after it. */
  webhooks?(): WebhooksStatus;
}

/** The backend's own figures in Prometheus' form. One instance per process. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly queries = new QueryMetrics(this.registry);
  private readonly requests = new RequestMetrics(this.registry);
  private readonly served = new WarehouseMetrics(this.registry);
  private readonly events = new EventMetrics(this.registry);
  private readonly kafka = new KafkaMetrics(this.registry);
  private readonly webhooks = new WebhookMetrics(this.registry);
  private readonly business = new BusinessMetrics(this.registry);
  private readonly latest = new LatestFigures();

  /** @param warehouses each served warehouse by name, asked for at every scrape */
  constructor(private readonly warehouses: () => ReadonlyMap<string, WatchedWarehouse>) {
    // Memory, CPU, open files, and how far the event loop lags behind.
    collectDefaultMetrics({ register: this.registry, prefix: 'churnwatch_' });
  }

  /** Counts one answered query. */
  countQuery(kind: string, status: number, seconds: number): void {
    this.queries.countQuery(kind, status, seconds);
  }

  /** Counts the forecasts of one question. */
  countForecast(outcome: string, series: number, seconds: number): void {
    this.queries.countForecast(outcome, series, seconds);
  }

  /** Counts the requests to an app's routes. */
  watch(app: FastifyInstance): void {
    this.requests.watch(app);
  }

  /** The text that Prometheus scrapes. */
  async text(): Promise<string> {
    const warehouses = this.warehouses();
    const figures = await this.latest.of(warehouses);
    this.served.reset();
    this.business.reset();
    this.events.reset();
    this.kafka.reset();
    this.webhooks.reset();
    for (const [name, { status, events, kafka, webhooks }] of warehouses) {
      this.served.tell(name, status());
      if (events) this.events.tell(name, events.status());
      if (kafka) this.kafka.tell(name, kafka());
      if (webhooks) this.webhooks.tell(name, webhooks());
    }
    for (const [name, found] of figures) this.business.tell(name, found);
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
