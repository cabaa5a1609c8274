import { probabilityAtOdds } from '@contract';

export type Row = Record<string, string | number | boolean | null>;

const DAY = 86_400_000;
export const AS_OF = Date.UTC(2018, 7, 22);
const BASE_RATE = 0.9862;
const CHURN = 0.9914;

export const CUSTOMER: Row = {
  customer_id: '5a1c0f5e3b7d4926a8e0c1f2d3b4a596',
  state: 'SP',
  city: 'sao paulo',
  segment: 'At risk',
  status: 'churned',
  band: 'high',
  churn_probability: CHURN,
  base_rate: BASE_RATE,
  high_from: probabilityAtOdds(0.75, BASE_RATE),
  low_to: probabilityAtOdds(1.5, BASE_RATE),
  relative_odds: 0.62,
  horizon_days: 180,
  recency_days: 210,
  frequency: 2,
  monetary: 312.4,
  tenure_days: 402,
  recency_percentile: 0.38,
  frequency_percentile: 0.97,
  monetary_percentile: 0.84,
  recency_segment_percentile: 0.6,
  frequency_segment_percentile: 0.45,
  monetary_segment_percentile: 0.51,
  value_if_returns: 163.2,
  expected_revenue: 1.4,
  revenue_at_risk: 161.8,
  action: 'Win back with a voucher',
  action_detail: 'Two purchases and a late parcel: apologise, and send a voucher for freight within two weeks.',
  action_rule: 'at-risk-late-delivery',
  sentence:
    'Of 1,000 customers like this one, 9 will buy again by February 18, 2019; the average is 14. R$ 161.80 hang on it.',
  first_order: AS_OF - 402 * DAY,
  last_order: AS_OF - 210 * DAY,
};

const FEATURES: Array<
  [string, string, string, number | null, number, number, [number, number, number] | null, string]
> = [
  [
    'recency_days',
    'Days since the last order',
    'days',
    210,
    155,
    0.0031,
    [0, 720, 1],
    'The last order was 210 days ago; half of all customers ordered within 155 days.',
  ],
  [
    'mean_days_late',
    'Delivery delay',
    'days',
    9,
    -11,
    0.0024,
    [-30, 60, 1],
    'Parcels came 9 days late on average; usually they come 11 days early.',
  ],
  [
    'frequency',
    'Days with an order',
    'count',
    2,
    1,
    -0.0019,
    [1, 20, 1],
    'Ordered on 2 different days; most customers order once.',
  ],
  ['review_score', 'Last review', 'stars', 2, 5, 0.0014, [1, 5, 1], 'Gave 2 of 5 stars for the last order.'],
  [
    'monetary',
    'Total spent',
    'money',
    312.4,
    107.8,
    -0.0009,
    [0, 5000, 10],
    'Has spent R$ 312.40; half of all customers spent less than R$ 107.80.',
  ],
  [
    'freight_share',
    'Share of freight',
    'share',
    0.31,
    0.21,
    0.0006,
    [0, 1, 0.01],
    'Freight was 31.0% of the bill; 21.0% is typical.',
  ],
  ['mean_gap_days', 'Days between orders', 'days', 192, 60, 0.0003, null, 'Waited 192 days between orders.'],
  ['installments', 'Instalments per payment', 'number', 3, 2, 0.0001, [1, 24, 1], 'Pays in 3 instalments.'],
  ['season', 'Season of the last order', 'number', null, 0.5, 0.0001, null, ''],
];

/** The reasons of CUSTOMER: the average and the features, which add up to its churn probability. */
export const REASONS: Row[] = [
  reason('base', 'Average customer', '', null, null, BASE_RATE, null, ''),
  ...FEATURES.map((one) => reason(...one)),
];

function reason(
  feature: string,
  label: string,
  unit: string,
  value: number | null,
  typical: number | null,
  contribution: number,
  range: [number, number, number] | null,
  sentence: string,
): Row {
  const [min, max, step] = range ?? [null, null, null];
  return {
    feature,
    label,
    group: 'x',
    unit,
    value,
    typical,
    contribution,
    sentence,
    changeable: range !== null,
    min,
    max,
    step,
  };
}

export const HISTOGRAMS: Row[] = [
  ...histogram(
    'recency_days',
    [0, 30, 60, 90, 120, 180, 240, 360, 480, 720],
    [900, 1100, 1300, 1500, 1700, 2100, 1900, 1500, 700],
    5,
  ),
  ...histogram('frequency', [1, 2, 3, 4, 5], [9000, 600, 90, 20], 1),
  ...histogram('monetary', [0, 50, 100, 200, 400, 800, 5000], [2200, 4100, 3300, 1500, 600, 200], 3),
];

function histogram(figure: string, edges: number[], counts: number[], own: number): Row[] {
  return counts.map((customers, index) => ({
    figure,
    from: edges[index] ?? 0,
    to: edges[index + 1] ?? 0,
    customers,
    own: index === own,
  }));
}

export const HISTORY: Row[] = Array.from({ length: 14 }, (_, month) => ({
  time: Date.UTC(2017, 6 + month, 31),
  churn_probability: 0.979 + 0.0009 * month + (month === 6 ? -0.006 : 0),
  base_rate: BASE_RATE,
}));

export const ORDERS: Row[] = [
  order('b1d2c3e4f5a60718293a4b5c6d7e8f90', 210, 'delivered', 204.1, 2, 'health_beauty, toys', 190, 9, 2),
  order('c2e3d4f5a6b70819203b4c5d6e7f8091', 300, 'canceled', 48.9, 1, 'housewares', null, null, null),
  order('d3f4e5a6b7c80910213c4d5e6f708192', 402, 'delivered', 108.3, 1, 'auto', 391, -8, 5),
];

function order(
  order_id: string,
  ago: number,
  status: string,
  value: number,
  items: number,
  categories: string,
  deliveredAgo: number | null,
  days_late: number | null,
  review_score: number | null,
): Row {
  const delivered = deliveredAgo === null ? null : AS_OF - deliveredAgo * DAY;
  return { time: AS_OF - ago * DAY, order_id, status, value, items, categories, delivered, days_late, review_score };
}

/** A row of the list. */
export function scoreRow(index: number, changed: Row = {}): Row {
  const odds = [0.4, 0.7, 1, 1.6][index % 4] ?? 1;
  return {
    customer_id: `${String(index).padStart(8, '0')}df50201ccdcedfb9e2ac8455`,
    band: ['high', 'high', 'medium', 'low'][index % 4] ?? 'medium',
    churn_probability: probabilityAtOdds(odds, BASE_RATE),
    relative_odds: odds,
    revenue_at_risk: 1000 - index,
    expected_revenue: 10 + index,
    segment: ['Lost', 'At risk', 'New', 'Champions'][index % 4] ?? 'New',
    status: 'active',
    recency_days: 30 + index,
    frequency: 1,
    monetary: 100,
    state: 'SP',
    last_order: AS_OF - (30 + index) * DAY,
    reason: `The last order was ${30 + index} days ago; half of all customers ordered within 155 days.`,
    action: 'Win back with a voucher',
    ...changed,
  };
}
