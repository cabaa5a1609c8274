import { startOf, wholeRange } from '@contract';
import { generation } from '../../testing/status';
import { readPlace } from './place';
import { questionOf } from './query';

const DATA = generation();
const ask = (query: string, scored = true) => questionOf(readPlace(new URLSearchParams(query)), DATA, scored);

describe('the question behind a list of customers', () => {
  it('is about all customers at the end of all data, those with most revenue at risk first', () => {
    const { query, range } = ask('');
    expect(range).toEqual(wholeRange(DATA));
    expect(query).toMatchObject({
      kind: 'churn_scores',
      sort: 'revenue_at_risk',
      descending: true,
      limit: 51,
      offset: 0,
    });
    expect(query).not.toHaveProperty('asOf');
  });

  it('takes over filters, exclusions, numbers, order and page', () => {
    const { query } = ask(
      'q=8d&band=high&state=SP&not-segment=Lost&status=churned&where=monetary>%3D500&sort=frequency&order=asc&page=3',
    );
    expect(query).toMatchObject({
      search: '8d',
      filters: { band: ['high'], state: ['SP'] },
      exclude: { segment: ['Lost'] },
      status: ['churned'],
      where: [{ field: 'monetary', operator: '>=', value: 500 }],
      sort: 'frequency',
      descending: false,
      offset: 100,
    });
  });

  it('leaves out what the backend would refuse', () => {
    const { query } = ask('band=huge&segment=Nobody&status=gone&where=age>1&sort=name');
    expect(query).toMatchObject({ status: [], where: [], sort: 'revenue_at_risk' });
    expect(query.filters).toEqual({ band: [], segment: [] });
  });

  it('asks for purchases alone while no model serves', () => {
    const { query } = ask('band=high&sort=revenue_at_risk&where=relative_odds<1', false);
    expect(query).toMatchObject({ kind: 'customers', sort: 'monetary', where: [], filters: {} });
  });

  it('keeps who has bought in the time range, judged at its end', () => {
    const range = `from=${startOf('2018-03-01')}&to=${startOf('2018-03-31')}`;
    const { query } = ask(`buyers=range&${range}`);
    expect(query).toMatchObject({
      asOf: '2018-03-30',
      where: [{ field: 'recency_days', operator: '<=', value: 29 }],
    });
    // It is the backend's rule that a range that ends at midnight ends with the day before.
    const later = ask(`buyers=range&from=${startOf('2018-03-01')}&to=${startOf('2018-03-31') + 1}`);
    expect(later.query).toMatchObject({ asOf: '2018-03-31' });
  });

  it('judges a range that outlasts the data as of the last day of regular trade, as the backend does', () => {
    const { query } = ask(`buyers=range&from=${startOf('2018-08-01')}&to=${startOf('2019-01-01')}`);
    expect(query).toMatchObject({ asOf: DATA.regularLastDay, where: [{ field: 'recency_days', value: 21 }] });
  });

  it('understands ranges in words, and shows all data where it cannot', () => {
    const days = ({ from, to }: { from: number; to: number }) => Math.round((to - from) / 86_400_000);
    expect(days(ask('from=now-90d&to=now').range)).toBe(90);
    expect(ask('from=whenever&to=later').range).toEqual(wholeRange(DATA));
  });
});
