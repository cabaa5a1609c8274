import { learnedDays, learnedNotices } from './learned-days';

const DAYS = { firstDay: '2016-09-04', regularFirstDay: '2017-01-05', regularLastDay: '2018-08-28' };
const said = (asOf: string) =>
  learnedNotices(learnedDays(asOf, DAYS), DAYS).map(({ severity, text }) => [severity, text]);

it('is regular trade up to the as-of date, which is said', () => {
  expect(learnedDays('2018-05-31', DAYS)).toEqual({ first: '2017-01-05', last: '2018-05-31' });
  expect(said('2018-05-31')).toEqual([
    ['info', 'Learned from Jan 5, 2017 to May 31, 2018; the few sales before regular trade began are left out.'],
  ]);
});

it('is what there is, as of a day before regular trade', () => {
  expect(learnedDays('2016-10-04', DAYS)).toEqual({ first: '2016-09-04', last: '2016-10-04' });
  expect(said('2016-10-04')).toEqual([['info', 'Learned from Sep 4, 2016 to Oct 4, 2016.']]);
});

it('warns as of a day after regular trade, and not on its last one', () => {
  expect(said('2018-08-28')).toHaveLength(1);
  expect(said('2018-08-29')[1]).toEqual([
    'warning',
    expect.stringMatching(/^Regular trade ended on Aug 28, 2018: a forecast as of Aug 29, 2018 .* or before\.$/),
  ]);
});
