import type { Gauge, Registry } from 'prom-client';
import type { BusinessFigures } from './business';
import { Gauges } from './gauges';

const SEGMENT_LABELS = ['warehouse', 'segment', 'status'] as const;
type SegmentLabel = (typeof SEGMENT_LABELS)[number];

/** The shop's own figures, as of the last day of regular trade. */
export class BusinessMetrics {
  private readonly gauges: Gauges;
  private readonly churnRate: Gauge<'warehouse'>;
  private readonly customers: Gauge<SegmentLabel>;
  private readonly highRisk: Gauge<SegmentLabel>;
  private readonly revenueAtRisk: Gauge<SegmentLabel>;
  private readonly highRiskRevenue: Gauge<SegmentLabel>;
  private readonly quality: Gauge<'warehouse' | 'figure'>;
  private readonly warnings: Gauge<'warehouse' | 'figure'>;

  constructor(registry: Registry) {
    const gauges = new Gauges(registry);
    this.gauges = gauges;
    this.churnRate = gauges.add('churn_rate', 'Share of customers that count as churned, 0 to 1.', 'warehouse');
    const bySegment = (name: string, help: string): Gauge<SegmentLabel> =>
      gauges.add(name, `${help}, by segment and by status: active or churned.`, ...SEGMENT_LABELS);
    this.customers = bySegment('customers', 'Customers');
    this.highRisk = bySegment('high_risk_customers', 'Customers at high risk');
    this.revenueAtRisk = bySegment(
      'revenue_at_risk',
      'Expected loss of revenue within the horizon in the shop’s currency',
    );
    this.highRiskRevenue = bySegment(
      'high_risk_revenue',
      'The part of revenue_at_risk that is that of customers at high risk',
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
    for (const { segment, status, customers, highRiskCustomers, revenueAtRisk, highRiskRevenue } of segments) {
      const labels = { warehouse, segment, status };
      this.customers.set(labels, customers);
      this.highRisk.set(labels, highRiskCustomers);
      this.revenueAtRisk.set(labels, revenueAtRisk);
      this.highRiskRevenue.set(labels, highRiskRevenue);
    }
    for (const [figure, value] of Object.entries(quality)) this.quality.set({ warehouse, figure }, value);
    for (const [figure, value] of Object.entries(warnings)) this.warnings.set({ warehouse, figure }, value);
  }
}
