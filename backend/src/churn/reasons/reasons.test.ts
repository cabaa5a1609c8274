import { FEATURE_SPECS } from '../features/feature-specs';
import type { FeatureSpec } from '../features/spec';
import { formatted } from './format';
import { groupReasons } from './group-reasons';
import { reasonsOf, type Reason } from './reasons';
import type { ReorderTimes } from './reorder-times';
import { summaryOf } from './summary';

const REORDER_TIMES: ReorderTimes[] = [
  { number: 1, occasions: 10_000, cameBack: 300, lowerQuartile: 12, median: 34, upperQuartile: 120 },
  { number: 2, occasions: 300, cameBack: 40, lowerQuartile: 9, median: 21.4, upperQuartile: 80 },
  { number: 3, occasions: 60, cameBack: 12, lowerQuartile: 5, median: 15, upperQuartile: 40 },
];
const CONTEXT = { horizonDays: 180, reorderTimes: REORDER_TIMES };

const RETURN_CHANCE: FeatureSpec = {
  key: 'return_chance',
  label: 'Buying rhythm',
  unit: 'share',
  group: 'rhythm',
  description: '',
  fromRfm: true,
};
const SPECS = [...FEATURE_SPECS, RETURN_CHANCE];

interface Given {
  values?: Record<string, number>;
  typical?: Record<string, number>;
  contributions?: Record<string, number>;
}

/** Reasons of a customer of whom everything else is unknown and without weight. */
function reasons({ values = {}, typical = {}, contributions = {} }: Given, context = CONTEXT): Reason[] {
  const known = SPECS.map(({ key }) => key);
  for (const key of Object.keys({ ...values, ...typical, ...contributions })) expect(known).toContain(key);
  const list = (given: Record<string, number>, none: number) =>
    Float64Array.from(SPECS, ({ key }) => given[key] ?? none);
  return reasonsOf(SPECS, list(values, Number.NaN), list(typical, Number.NaN), list(contributions, 0), context);
}

function said(key: string, value: number, typical = Number.NaN, others: Record<string, number> = {}): string {
  const found = reasons({ values: { ...others, [key]: value }, typical: { [key]: typical } });
  return found.find(({ feature }) => feature === key)!.sentence.replace(' This makes hardly any difference.', '');
}

describe('sentences', () => {
  it.each([
    ['support_tickets', 0, 0, 'Opened no support ticket in the last 90 days; as is typical.'],
    ['support_tickets', 2, 0, 'Opened 2 support tickets in the last 90 days; typical is 0.'],
    ['failed_payments', 1, 0, '1 payment has failed in the last 90 days; typical is 0.'],
    ['failed_payments', 3, Number.NaN, '3 payments have failed in the last 90 days.'],
    ['failed_payments', Number.NaN, 0, 'Failed payments, 90 days: not known.'],
    ['emails_opened', 1, 4, 'Opened e-mails 1 time in the last 90 days; typical is 4.'],
    ['emails_clicked', 0, 1, 'Followed no link in an e-mail in the last 90 days; typical is 1.'],
    ['pages_viewed', 1_200, 3, 'Viewed 1,200 pages in the last 30 days; typical is 3.'],
    ['days_since_interest', 0, 9, 'Opened an e-mail or viewed a page on the day of the score; typical is 9 days.'],
    ['days_since_interest', 40, 9, 'Opened an e-mail or viewed a page 40 days ago, and not since; typical is 9 days.'],
    ['days_since_interest', Number.NaN, 9, 'Is not known to have opened an e-mail or viewed a page.'],
  ])('tell %s of %p, where %p is typical', (key, value, typical, sentence) => {
    expect(said(key, value, typical)).toBe(sentence);
  });

  it.each([
    [{ frequency: 1 }, 'after a first order did so within 34 days.'],
    [{ frequency: 2 }, 'after a second order did so within 21 days.'],
  ])('tell recency against the time that others took, for %p', (others, end) => {
    expect(said('recency_days', 210, 100, others)).toBe(
      `Last order 210 days ago; half of the customers who came back ${end}`,
    );
  });

  it('tell recency against the typical customer where too few came back', () => {
    expect(said('recency_days', 210, 100, { frequency: 5 })).toBe('Last order 210 days ago; typical is 100 days.');
    expect(said('recency_days', 0, 100, { frequency: 5 })).toContain('Last order on the day of the score');
    const bare = reasons({ values: { recency_days: 1, frequency: 1 } }, { horizonDays: 180, reorderTimes: [] });
    expect(bare.find(({ feature }) => feature === 'recency_days')!.fact).toBe('Last order 1 day ago');
  });

  it.each([
    ['frequency', 1, 1, 'Has bought on one day only; so have 97% of customers.'],
    ['frequency', 3, 1, 'Has bought on 3 days; 97% of customers bought only once.'],
    ['monetary', 1250.4, 108, 'Has spent R$ 1,250 in all; typical is R$ 108.'],
    ['monetary', 108.3, 108, 'Has spent R$ 108 in all; as is typical.'],
    ['freight_per_order', 8.5, 20, 'Pays R$ 8.50 freight per order; typical is R$ 20.'],
    ['delay_days', 12.2, -11.4, "Average delivery came 12 days late; the typical customer's came 11 days early."],
    ['delay_days', 0.2, -1, "Average delivery came on the promised day; the typical customer's came 1 day early."],
    ['delay_days', -11, -11.3, 'Average delivery came 11 days early; as is typical.'],
    ['delay_days', 3, Number.NaN, 'Average delivery came 3 days late.'],
    ['freight_share', 0.42, 0.18, 'Freight made up 42% of the price with freight; typical is 18%.'],
    [
      'category_repeat_index',
      1.34,
      1,
      "Purchases in this customer's categories are followed by another 1.3 times as often as usual.",
    ],
    [
      'city_repeat_index',
      0.98,
      1,
      "Purchases in this customer's city are followed by another about as often as usual.",
    ],
    ['instalments', 1, 2, 'Pays at once, without instalments; typical is 2.'],
    ['instalments', 10, 2, 'Pays in 10 instalments on average; typical is 2.'],
    ['voucher_share', 0, 0, 'Never paid by voucher; as is typical.'],
    ['voucher_share', 1, 0, 'Paid everything by voucher; typical is 0%.'],
    ['same_state_share', 1, 0, 'Bought everything from sellers in the same state; typical is 0%.'],
    ['voucher_share', 0.3, 0, 'Paid 30% by voucher; typical is 0%.'],
    ['undelivered_orders', 1, 0, '1 order has not arrived yet.'],
    ['overdue_orders', 2, 0, '2 orders are overdue: promised, but not delivered.'],
    ['gaps_overdue', 3.25, 1, 'Silent for 3.3 times the usual gap between orders.'],
    ['gaps_overdue', 0.4, 1, 'The usual time between orders is not over yet.'],
    ['mean_gap_days', 45.4, 30, 'Usually 45 days between orders.'],
    ['approval_hours', 0.4, 20, 'Payments took 24 minutes to be approved; typical is 20 hours.'],
    ['approval_hours', 60, 60.2, 'Payments took 3 days to be approved; as is typical.'],
    ['last_order_hour', 14, 15, 'Placed the last order between 14:00 and 14:59.'],
    ['busiest_day', 5.9, 1, 'Bought on a day that was 5.9 times as busy as usual, such as a sale.'],
    ['product_weight_g', 12_500, 700, 'The products weighed 12,500 g on average; typical is 700 g.'],
  ])('of %s = %p, typically %p', (key, value, typical, sentence) => {
    expect(said(key, value, typical)).toBe(sentence);
  });

  it("tell a single order's review from an average", () => {
    expect(said('review_score', 1, 5, { frequency: 1 })).toBe(
      'Rated the last order 1 of 5 stars; typical is 5 of 5 stars.',
    );
    expect(said('review_score', 3.5, 5, { frequency: 4 })).toContain('Rates orders 3.5 of 5 stars on average');
  });

  it.each([
    ['review_score', 'No review is known.'],
    ['delay_days', 'No delivery has arrived yet.'],
    ['mean_gap_days', 'Has bought on one day only, so that there is no usual gap between orders.'],
    ['city_customers', 'Customers in the same city: not known.'],
  ])('of an unknown %s', (key, sentence) => {
    expect(said(key, Number.NaN, 4)).toBe(sentence);
    expect(said(key, Infinity, 4)).toBe(sentence);
  });

  it('name a feature that has no sentence of its own by its label', () => {
    const spec: FeatureSpec = { ...RETURN_CHANCE, key: 'new_one', label: 'Support tickets', unit: 'count' };
    const [reason] = reasonsOf([spec], Float64Array.of(2), Float64Array.of(0), Float64Array.of(0.1), CONTEXT);
    expect(reason!.sentence).toBe('Support tickets: 2; typical is 0. This makes a further order clearly less likely.');
  });

  it.each([0, 0.4, 1, 1.5, 7, 123_456.789, -3])('read well for every feature at %p', (value) => {
    const all = Object.fromEntries(SPECS.map(({ key }) => [key, value]));
    for (const { sentence, label, feature } of reasons({ values: all, typical: all })) {
      expect(sentence).toMatch(/^[A-Z0-9-].*\.$/);
      expect(sentence).not.toMatch(/NaN|Infinity|undefined|_|\d\.\d{3}/);
      expect(sentence).not.toContain(feature === 'frequency' ? '_' : `${label}:`);
    }
  });
});

describe('direction', () => {
  it('says which way a reason pulls and whether clearly', () => {
    const found = reasons({
      values: { recency_days: 210, frequency: 1 },
      contributions: { recency_days: 0.06, frequency: -0.03, monetary: 0.01, delay_days: -0.0001 },
    });
    expect(found.slice(0, 4).map(({ feature, sentence }) => [feature, sentence.split('. ').at(-1)])).toEqual([
      ['recency_days', 'This makes a further order clearly less likely.'],
      ['frequency', 'This makes a further order clearly likelier.'],
      ['monetary', 'This makes a further order less likely.'],
      ['delay_days', 'This makes hardly any difference.'],
    ]);
  });

  it('takes a contribution that is no number for none', () => {
    const found = reasons({ contributions: { recency_days: Number.NaN, monetary: 0.01 } });
    expect(found[0]!.feature).toBe('monetary');
    expect(found.map(({ sentence }) => sentence).join()).not.toContain('NaN');
  });
});

it('keeps values and contributions as they are, so that they add up', () => {
  const found = reasons({ values: { monetary: 50 }, typical: { monetary: 100 }, contributions: { monetary: -0.02 } });
  expect(found).toHaveLength(SPECS.length);
  expect(found[0]).toMatchObject({
    feature: 'monetary',
    label: 'Total spent',
    group: 'monetary',
    unit: 'money',
    value: 50,
    typical: 100,
    contribution: -0.02,
  });
  expect(found.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(-0.02, 12);
});

it('refuses lists of another length than the features', () => {
  const full = new Float64Array(SPECS.length);
  expect(() => reasonsOf(SPECS, full, full, new Float64Array(3), CONTEXT)).toThrow('3 numbers for');
});

describe('groups', () => {
  it('add up, the heaviest first, each spoken for by what pulls its way', () => {
    const groups = groupReasons(
      reasons({ contributions: { delay_days: 0.03, review_score: 0.02, delivery_days: -0.04, monetary: -0.02 } }),
    );
    expect(groups[0]!.group).toBe('monetary');
    expect(groups[1]).toMatchObject({ group: 'experience', label: 'Delivery and reviews' });
    expect(groups[1]!.contribution).toBeCloseTo(0.01, 12);
    expect(groups[1]!.main.feature).toBe('delay_days');
    expect(groups[1]!.reasons[0]!.feature).toBe('delivery_days');
    expect(groupReasons([])).toEqual([]);
  });

  it('count the tenure of a single buyer as recency, that of others as rhythm', () => {
    const groupOfTenure = (tenure: number) =>
      reasons({ values: { recency_days: 90, tenure_days: tenure } }).find(({ feature }) => feature === 'tenure_days')!
        .group;
    expect(groupOfTenure(90)).toBe('recency');
    expect(groupOfTenure(300)).toBe('rhythm');
  });
});

describe('summary', () => {
  const values = { recency_days: 210, tenure_days: 210, frequency: 1, delay_days: 12, monetary: 80 };

  it('tells the two heaviest of different groups that pull the way of the whole', () => {
    const contributions = { recency_days: 0.05, tenure_days: 0.04, delay_days: 0.06, monetary: -0.07 };
    expect(summaryOf(reasons({ values, contributions }))).toBe(
      'Last order 210 days ago; average delivery came 12 days late',
    );
  });

  it('leaves out a second reason of little weight', () => {
    expect(summaryOf(reasons({ values, contributions: { recency_days: 0.05, delay_days: 0.01 } }))).toBe(
      'Last order 210 days ago',
    );
  });

  it('is the heaviest of all where contributions cancel out, and empty without reasons', () => {
    expect(summaryOf(reasons({ values, contributions: { delay_days: 0.25, monetary: -0.25 } }))).not.toBe('');
    expect(summaryOf([])).toBe('');
  });
});

it.each([
  [0, 'days', '0 days'],
  [0.6, 'days', '1 day'],
  [-0.2, 'days', '0 days'],
  [1_234_567.8, 'money', 'R$ 1,234,568'],
  [-0.001, 'money', 'R$ 0.00'],
  [0.099, 'share', '9.9%'],
  [0.0997, 'share', '10%'],
  [1, 'share', '100%'],
  [2.5, 'count', '2.5'],
  [4, 'stars', '4 of 5 stars'],
  [-0.01, 'number', '0'],
] as const)('writes %p %s as %s', (value, unit, text) => {
  expect(formatted(value, unit)).toBe(text);
});
