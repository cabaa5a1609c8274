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
    const gauge = new Gauge({
      name: `churnwatch_${this.prefix}${name}`,
      help,
      labelNames,
      registers: [this.registry],
    });
    this.made.push(gauge);
    return gauge;
  }

  /** What only grows until the process ends: to be raised once at each scrape, by all that there has been. */
  addTotal<Label extends string>(name: string, help: string, ...labelNames: Label[]): Counter<Label> {
    const counter = new Counter({
      name: `churnwatch_${this.prefix}${name}_total`,
      help,
      labelNames,
      registers: [this.registry],
    });
    this.made.push(counter);
    return counter;
  }

  /** Forgets what the last scrape told: warehouses, segments and partitions may be gone. */
  reset(): void {
    for (const gauge of this.made) gauge.reset();
  }
}
