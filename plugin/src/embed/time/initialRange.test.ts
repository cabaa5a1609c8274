import { initialRange } from './initialRange';

const DAYS = { firstDay: '2016-09-04', lastDay: '2018-08-31', regularLastDay: '2018-08-31' };
const DASHBOARD = { from: '2017-01-01', to: '2018-01-01' };
const show = ({ from, to }: ReturnType<typeof initialRange>) =>
  [from, to].map((moment) => new Date(moment.valueOf()).toISOString().slice(0, 10)).join(' ');

it('is what the address says, even where there is no data', () => {
  expect(show(initialRange({ from: '2020-01-01', to: '2020-02-01' }, DASHBOARD, DAYS, 'utc'))).toBe(
    '2020-01-01 2020-02-01',
  );
});

it('takes the bound that the address leaves out from the dashboard', () => {
  expect(show(initialRange({ from: '2017-06-01' }, DASHBOARD, DAYS, 'utc'))).toBe('2017-06-01 2018-01-01');
});

it('is the dashboard’s own where there is data in it', () => {
  expect(show(initialRange({}, DASHBOARD, DAYS, 'utc'))).toBe('2017-01-01 2018-01-01');
});

it('is all of the data where the dashboard’s own has none, as for data of 2018 in the last six hours', () => {
  expect(show(initialRange({}, { from: 'now-6h', to: 'now' }, DAYS, 'utc'))).toBe('2016-09-04 2018-09-02');
});

it('ignores an address that cannot be read', () => {
  expect(show(initialRange({ from: 'soon' }, DASHBOARD, DAYS, 'utc'))).toBe('2017-01-01 2018-01-01');
});

it('trusts the dashboard while nobody knows the data', () => {
  expect(show(initialRange({}, DASHBOARD, undefined, 'utc'))).toBe('2017-01-01 2018-01-01');
});
