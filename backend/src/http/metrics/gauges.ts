import { Counter, Gauge, type Registry } from 'prom-client';

/** Gauges and totals of one subject, which are told anew at each scrape. */
export class Gauges {
  private readonly made: { reset(): void }[] = [];

  /** @param prefix of their names, after `churnwatch_` */
  constructor(
    private readonly registry: Registry,
    private readonly prefix = '',
  ) {}

  add<Label extends string>(name: string, help: string, ...labelNames: Label[]): Gauge<Label> {
    return this.keep(new Gauge({ ...this.named(name), help, labelNames }));
  }

  /** What only grows until the process ends: to be raised once at each scrape, by all that there has been. */
  addTotal<Label extends string>(name: string, help: string, ...labelNames: Label[]): Counter<Label> {
    return this.keep(new Counter({ ...this.named(`${name}_total`), help, labelNames }));
  }

  /** Forgets what the last scrape told: warehouses, segments and partitions may be gone. */
  reset(): void {
    for (const metric of this.made) metric.reset();
  }

  private named(name: string): { name: string; registers: Registry[] } {
    return { name: `churnwatch_${this.prefix}${name}`, registers: [this.registry] };
  }

  private keep<Metric extends { reset(): void }>(metric: Metric): Metric {
    this.made.push(metric);
    return metric;
  }
}
