import { QUERY_KINDS, type ChurnwatchQuery } from '@contract';
import type { WarehouseQuery } from '../types';
import { changeKind } from './parameters';
import { summarize } from './summary';

describe('the summary of a query', () => {
  it.each<[ChurnwatchQuery, string]>([
    [{ kind: 'headline' }, 'Headline'],
    [{ kind: 'kpis' }, 'Key figures: all eight'],
    [
      { kind: 'kpis', measures: ['revenue', 'churned_share'], trend: true },
      'Key figures: revenue, churned share, as a trend',
    ],
    [{ kind: 'sales' }, 'Revenue over time'],
    [
      { kind: 'sales', measure: 'orders', grain: 'month', by: 'payment_type', limit: 3 },
      'Orders by month, split by payment type, 3 largest',
    ],
    [{ kind: 'breakdown', by: 'category', limit: 10 }, 'Revenue by category, 10 largest'],
    [{ kind: 'sales', grain: 'week', compare: true }, 'Revenue by week, compared with the period before'],
    [{ kind: 'breakdown', by: 'city', descending: false }, 'Revenue by city, smallest first'],
    [{ kind: 'breakdown', by: 'city', descending: false, limit: 5 }, 'Revenue by city, 5 smallest'],
    [
      { kind: 'breakdown', measure: 'orders', sort: 'name', descending: false, limit: 5, compare: true },
      'Orders by state, 5 largest, A to Z, compared with the period before',
    ],
    [{ kind: 'breakdown', sort: 'name' }, 'Revenue by state, Z to A'],
    [
      { kind: 'rfm_segments', sort: 'mean_monetary', descending: false },
      'RFM segments, all measures, smallest first by mean monetary value',
    ],
    [
      { kind: 'risk_summary', sort: 'customers', limit: 3 },
      'Risk measures by segment, 3 largest, largest first by customers',
    ],
    [{ kind: 'rfm_segments' }, 'RFM segments, all measures'],
    [{ kind: 'rfm_segments', measure: 'churned_share' }, 'Churned share per RFM segment'],
    [{ kind: 'customers' }, 'Customers by monetary value, largest first, 100 rows'],
    [
      { kind: 'customers', firstPurchase: '2017-03-06', period: 'week', during: '2017-06-05' },
      'Customers by monetary value, largest first, 100 rows, first purchase in the week of 2017-03-06, ' +
        'purchased in the week of 2017-06-05',
    ],
    [
      { kind: 'customers', activity: 'dormant' },
      'Customers by monetary value, largest first, 100 rows, dormant in the time range',
    ],
    [
      {
        kind: 'customers',
        sort: 'last_order',
        descending: false,
        status: ['churned'],
        search: 'ab',
        offset: 50,
        limit: 50,
      },
      'Customers by last order, smallest first, 50 rows, from row 50, churned, id starts with ab',
    ],
    [
      {
        kind: 'churn_scores',
        limit: 10,
        where: [
          { field: 'churn_probability', operator: '>=', value: 0.9 },
          { field: 'frequency', operator: '!=', value: 1 },
        ],
      },
      'Churn scores by revenue at risk, largest first, 10 rows, churn probability >= 0.9 and frequency != 1',
    ],
    [{ kind: 'values', dimension: 'city' }, 'Values of city'],
    [
      { kind: 'values', dimension: 'customer', within: 'time_range', search: 'ab', limit: 50 },
      'Values of customer, of the time range, found by ab, 50 largest',
    ],
    [
      { kind: 'customers', moved: ['up', 'back'], movedFrom: ['Lost'], movedTo: ['New', 'Promising'], movedDays: 30 },
      'Customers by monetary value, largest first, 100 rows, moved up or back from Lost to New or Promising within 30 days',
    ],
    [
      { kind: 'customers', movedFrom: ['Lost'] },
      'Customers by monetary value, largest first, 100 rows, moved from Lost within 90 days',
    ],
    [{ kind: 'value_at_risk' }, 'Value at risk by monetary value and risk band'],
    [
      { kind: 'value_at_risk', measure: 'customers', value: 'value_if_returns', highFrom: 500, mediumFrom: 100 },
      'Customers by value if the customer returns and risk band, high value from R$ 500, medium from R$ 100',
    ],
    [{ kind: 'risk_watch' }, 'High-risk share'],
    [
      { kind: 'risk_watch', figure: 'newly_high_risk_customers', by: 'segment', value: 'high_value', texts: true },
      'Newly high-risk customers by segment, high value, against 30 days before, with who and why',
    ],
    [{ kind: 'annotations' }, 'Events of all sources'],
    [{ kind: 'annotations', source: ['anomalies', 'loads'] }, 'Events: anomalies, data loads'],
    [{ kind: 'sales_forecast' }, 'Sales forecast: revenue, 180 days ahead'],
    [
      { kind: 'sales_forecast', view: 'sums', measure: 'orders', horizonDays: 30, by: 'state', limit: 27 },
      'Sales sums over the horizon: orders, 30 days ahead, split by state, 27 largest',
    ],
    [{ kind: 'forecast_quality', figure: 'mase' }, 'Forecast quality, MASE: revenue'],
    [{ kind: 'forecast_shortfall' }, 'Shortfall (share): revenue, 30 days ahead, against period before'],
    [
      { kind: 'forecast_shortfall', figure: 'expected_sum', against: 'target', target: 10 },
      'Expected sum: revenue, 30 days ahead, against target',
    ],
    [{ kind: 'sql' }, 'SQL: no statement yet'],
    [{ kind: 'sql', rawSql: '-- what for\n/* and why */ SELECT 1\n  FROM t' }, 'SQL: SELECT 1 FROM t'],
    [{ kind: 'sql', rawSql: '-- nothing but a comment' }, 'SQL: no statement yet'],
    [{ kind: 'sql', rawSql: `SELECT ${'x'.repeat(200)}` }, `SQL: SELECT ${'x'.repeat(112)}…`],
  ])('%j reads "%s"', (query, text) => {
    expect(summarize({ refId: 'A', ...query })).toBe(text);
  });

  it('names filters and the as-of day', () => {
    const filters: WarehouseQuery['filters'] = { state: ['SP', 'RJ'], payment_type: ['boleto'] };
    expect(summarize({ refId: 'A', kind: 'rfm_segments', filters, asOf: '2018-06-30' })).toBe(
      'RFM segments, all measures · state SP or RJ · payment type boleto · as of 2018-06-30',
    );
  });

  it('names values to leave out', () => {
    const filters: WarehouseQuery['filters'] = { category: ['toys'] };
    const exclude: WarehouseQuery['exclude'] = { state: ['SP', 'RJ'], category: ['auto'] };
    expect(summarize({ refId: 'A', kind: 'sales', filters, exclude })).toBe(
      'Revenue over time · state not SP or RJ · category toys and not auto',
    );
  });

  it('says something about every kind', () => {
    for (const kind of QUERY_KINDS) {
      expect(summarize(changeKind({ refId: 'A', kind: 'headline' }, kind))).toMatch(/\w{5}/);
    }
  });

  it('says that nothing is chosen when a query is still empty', () => {
    const empty: WarehouseQuery = JSON.parse('{ "refId": "A" }');
    expect(summarize(empty)).toBe('Nothing chosen yet');
  });
});
