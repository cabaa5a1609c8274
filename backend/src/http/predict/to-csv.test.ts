import { toCsv } from './to-csv';

const prediction = {
  row: 3,
  customer_id: 'x',
  churn_probability: 0.5,
  band: 'high',
  relative_odds: null,
  expected_revenue: 1.5,
  revenue_at_risk: 2,
  reason: 'says "no", twice',
  action: '=HYPERLINK("http://evil.example")',
};

describe('toCsv', () => {
  it('quotes what needs it, and lets no cell be run as a formula', () => {
    const [, second, third] = toCsv({ predictions: [prediction], errors: [{ row: 2, error: '-1+1' }] }).split('\r\n');
    expect(second).toBe("2,,,,,,,,,'-1+1");
    expect(third).toBe(`3,x,0.5,high,,1.5,2,"says ""no"", twice","'=HYPERLINK(""http://evil.example"")",`);
  });
});
