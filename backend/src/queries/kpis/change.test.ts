import { changeOf } from './change';
import { KPI_DEFINITIONS } from './definitions';

const { revenue, churned_share: churned, review_score: review } = KPI_DEFINITIONS;

describe('changeOf', () => {
  it('says a relative change and judges it by what the figure means', () => {
    expect(changeOf(revenue, 112, 100, true)).toMatchObject({ text: '▲ 12.0 % on the period before', verdict: 'good' });
    expect(changeOf(revenue, 50, 100, true)).toMatchObject({ text: '▼ 50.0 % on the period before', verdict: 'bad' });
  });

  it('says shares in points, and more churn is bad news', () => {
    const change = changeOf(churned, 0.6, 0.55, true);
    expect(change.value).toBeCloseTo(0.05);
    expect(change).toMatchObject({ text: '▲ 5.0 points on the period before', verdict: 'bad' });
  });

  it('says a score as a difference', () => {
    expect(changeOf(review, 4.1, 4.2, true).text).toBe('▼ 0.10 on the period before');
  });

  it('says when the period before is incomplete or nothing has changed', () => {
    expect(changeOf(revenue, 112, 100, false).text).toContain('incomplete period');
    expect(changeOf(revenue, 100.001, 100, true)).toMatchObject({
      text: 'unchanged on the period before',
      verdict: 'neutral',
    });
  });

  it.each([
    [null, 1],
    [1, null],
    [5, 0],
  ])('compares nothing when there is nothing to compare with (%p, %p)', (value, previous) => {
    expect(changeOf(revenue, value, previous, true)).toEqual({
      value: null,
      text: 'no earlier period',
      verdict: 'neutral',
    });
  });
});
