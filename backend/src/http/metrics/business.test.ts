import { numberColumn, textColumn } from '../../frames';
import type { Frame } from '../../contract';
import { readBusiness } from './business';

const NOW = Date.UTC(2018, 7, 1);

const FRAMES: Record<string, Frame> = {
  kpis: {
    name: 'kpis',
    fields: [
      { column: textColumn('measure', ['revenue', 'churned_share']) },
      { column: numberColumn('value', [1_000, 0.59]) },
    ],
  },
  risk_summary: {
    name: 'risk_summary',
    fields: [
      { column: textColumn('segment', ['Loyal']) },
      { column: numberColumn('customers', [10]) },
      { column: numberColumn('high_risk_customers', [3]) },
      { column: numberColumn('revenue_at_risk', [120.5]) },
      { column: numberColumn('high_risk_revenue', [40.5]) },
    ],
  },
  alert_stats: {
    name: 'figures',
    fields: [{ column: numberColumn('open_warnings', [7]) }, { column: numberColumn('response_hours', [null]) }],
  },
  model_quality: {
    name: 'figures',
    fields: [{ column: numberColumn('lift_at_10', [2.5]) }, { column: numberColumn('score_drift', [null]) }],
  },
};

const answering = (known: readonly string[]) =>
  readBusiness(({ model }) => {
    const { kind, status } = model as { kind: string; status?: string[] };
    // Nobody has churned yet.
    const found = known.includes(kind) && !status?.includes('churned') ? FRAMES[kind] : undefined;
    return Promise.resolve({ kind, status: found ? 200 : 422, frames: found ? [found] : [] });
  }, NOW);

it('reads what the query kinds answer', async () => {
  expect(await answering(['kpis', 'risk_summary', 'model_quality', 'alert_stats'])).toEqual({
    churnRate: 0.59,
    segments: [
      {
        segment: 'Loyal',
        status: 'active',
        customers: 10,
        highRiskCustomers: 3,
        revenueAtRisk: 120.5,
        highRiskRevenue: 40.5,
      },
    ],
    quality: { lift_at_10: 2.5 },
    warnings: { open_warnings: 7 },
  });
});

it('leaves out what cannot be had', async () => {
  expect(await answering(['kpis'])).toEqual({ churnRate: 0.59, segments: [], quality: {}, warnings: {} });
  expect(await answering([])).toEqual({ segments: [], quality: {}, warnings: {} });
});
