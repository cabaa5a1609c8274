import type { Gauge, Registry } from 'prom-client';
import type { BusinessFigures } from './business';
import { Gauges } from './gauges';

/** The shop's own figures, as of the last day of regular trade. */
export class BusinessMetrics {
  private readonly gauges: Gauges;
  private readonly churnRate: Gauge<'warehouse'>;
  private readonly customers: Gauge<'warehouse' | 'segment'>;
  private readonly highRisk: Gauge<'warehouse' | 'segment'>;
  private readonly revenueAtRisk: Gauge<'warehouse' | 'segment'>;
  private readonly quality: Gauge<'warehouse' | 'figure'>;
  private readonly warnings: Gauge<'warehouse' | 'figure'>;

  constructor(registry: Registry) {
    const gauges = new Gauges(registry);
    this.gauges = gauges;
    this.churnRate = gauges.add('churn_rate', 'Share of customers that count as churned, 0 to 1.', 'warehouse');
    this.customers = gauges.add('customers', 'Customers, by segment.', 'warehouse', 'segment');
    this.highRisk = gauges.add('high_risk_customers', 'Customers at high risk, by segment.', 'warehouse', 'segment');
    this.revenueAtRisk = gauges.add(
      'revenue_at_risk',
      'Expected loss of revenue within the horizon in the shop’s currency, by segment.',
      'warehouse',
      'segment',
    );
    this.quality = gauges.add(
      'model_quality',
      'How good the churn model that serves is, by the figures of the query kind model_quality.',
      'warehouse',
      'figure',
    );
    this.warnings = gauges.add(
      'early_warnings',
      'Open early warnings now and how those of the last 30 days were answered, by the figures of the query kind alert_stats.',
      'warehouse',
      'figure',
    );
  }

  /** Forgets the figures of the last scrape: segments and warehouses may be gone. */
  reset(): void {
    this.gauges.reset();
  }

  tell(warehouse: string, { churnRate, segments, quality, warnings }: BusinessFigures): void {
    if (churnRate !== undefined) this.churnRate.set({ warehouse }, churnRate);
    for (const { segment, customers, highRiskCustomers, revenueAtRisk } of segments) {
      this.customers.set({ warehouse, segment }, customers);
      this.highRisk.set({ warehouse, segment }, highRiskCustomers);
      this.revenueAtRisk.set({ warehouse, segment }, revenueAtRisk);
    }
    for (const [figure, value] of Object.entries(quality)) this.quality.set({ warehouse, figure }, value);
    for (const [figure, value] of Object.entries(warnings)) this.warnings.set({ warehouse, figure }, value);
  }
}
