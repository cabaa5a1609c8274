import { guessGrain, periodAfter, periodText } from './periods';

describe('months and weeks', () => {
  it.each([
    ['2017-11-01', 'month', 0, '2017-11-01'],
    ['2017-11-01', 'month', 3, '2018-02-01'],
    ['2017-02-27', 'week', 2, '2017-03-13'],
  ] as const)('%s by %s: %i later is %s', (day, grain, periods, later) => {
    expect(periodAfter(day, grain, periods)).toBe(later);
  });

  it('are told apart by the days on which they begin', () => {
    expect([guessGrain(['2017-01-01', '2017-02-01']), guessGrain(['2017-05-01', '2017-05-08'])]).toEqual([
      'month',
      'week',
    ]);
  });

  it('are named by their month or their first day', () => {
    expect([periodText('2017-05-01', 'month'), periodText('2017-05-01', 'week')]).toEqual(['May 2017', 'May 1, 2017']);
  });
});
