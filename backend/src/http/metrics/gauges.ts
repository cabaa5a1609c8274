import { Gauge, type Registry } from 'prom-client';

/** Gauges of one subject, which are told anew at each scrape. */
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

  /** Forgets what the last scrape told: warehouses, segments and partitions may be gone. */
  reset(): void {
    for (const gauge of this.made) gauge.reset();
  }
}
