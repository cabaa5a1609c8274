import { changeOf } from './change';
import { KPI_DEFINITIONS } from './definitions';

const { revenue, churned_share: churned, review_score: review } = KPI_DEFINITIONS;

const compare = (value: number | null, previous: number | null, complete = true) => ({ value, previous, complete });

describe('changeOf', () => {
  it('says a relative change and judges it by what the figure means', () => {
    expect(changeOf(revenue, compare(112, 100))).toMatchObject({
      text: '▲ 12.0% vs period before',
      verdict: 'good',
    });
    expect(changeOf(revenue, compare(50, 100))).toMatchObject({
      text: '▼ 50.0% vs period before',
      verdict: 'bad',
    });
  });

  it('says shares in points, and more churn is bad news', () => {
    const change = changeOf(churned, compare(0.6, 0.55));
    expect(change.value).toBeCloseTo(0.05);
    expect(change).toMatchObject({ text: '▲ 5.0 points vs period before', verdict: 'bad' });
  });

  it('says a score as a difference', () => {
    expect(changeOf(review, compare(4.1, 4.2)).text).toBe('▼ 0.10 vs period before');
  });

  it('says when the period before is incomplete or nothing has changed', () => {
    expect(changeOf(revenue, compare(112, 100, false)).text).toBe('▲ 12.0% vs partial period');
    expect(changeOf(revenue, compare(112, 100, false)).verdict).toBe('neutral');
    const unchanged = { text: 'unchanged vs period before', verdict: 'neutral' };
    expect(changeOf(revenue, compare(100.001, 100))).toMatchObject(unchanged);
  });

  it('says since when there is data, where the period before lies before it', () => {
    const change = changeOf(revenue, { ...compare(5, null, false), since: '2016-09-04' });
    expect(change).toEqual({ value: null, text: 'since Sep 4, 2016', verdict: 'neutral' });
  });

  it.each([
    [null, 1, 'not known in this time range'],
    [1, null, 'nothing to compare with'],
    [5, 0, 'nothing to compare with'],
  ])('compares nothing when there is nothing to compare with (%p, %p)', (value, previous, text) => {
    expect(changeOf(revenue, compare(value, previous))).toEqual({ value: null, text, verdict: 'neutral' });
  });
});
