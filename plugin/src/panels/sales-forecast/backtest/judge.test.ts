import { valueFormat } from '../data/valueFormat';
import type { PastPoint } from '../data/readBacktest';
import { judge, judgementText } from './judge';

const point = (actual: number | null, expected: number, lower = 0, upper = 100): PastPoint => ({
  time: 0,
  actual,
  expected,
  range: { lower, upper },
});
const said = (points: PastPoint[]) =>
  judgementText('2018-05-30', [{ origin: '2018-05-30', points }], { format: valueFormat(undefined), grain: 'week' });

describe('how a past forecast came out', () => {
  it('is its total against what came, and how often it held', () => {
    expect(said([point(10, 15), point(150, 50)])).toBe(
      'After May 30, 2018, 65 was forecast and 160 came; 59.4% too low; 1 of 2 weeks inside the range (50.0%).',
    );
  });

  it('leaves out what has not happened yet', () => {
    expect(judge([{ origin: 'x', points: [point(10, 10), point(null, 99)] }])).toMatchObject({
      expected: 10,
      buckets: 1,
    });
    expect(said([point(null, 10)])).toBe('Nothing has happened yet of what was forecast after May 30, 2018.');
  });

  it('says so when it was right, and no share of nothing', () => {
    expect(said([point(10, 10)])).toContain('; just right in total; 1 of 1 weeks');
    expect(said([point(0, 5)])).toBe(
      'After May 30, 2018, 5 was forecast and 0 came; 1 of 1 weeks inside the range (100.0%).',
    );
    expect(said([{ ...point(10, 10), range: null }])).not.toContain('inside');
  });
});
