import { changeConfig } from './risk-change';

const days = ['2018-06-30', '2018-07-31', '2018-08-28'];
const said = (...given: Parameters<typeof changeConfig>) => {
  const { displayName, color } = changeConfig(...given);
  return [displayName, color?.fixedColor];
};

it('says what has changed since the month end before, coloured by whether that is good news', () => {
  expect(said('expected_returners', days, [50, 100, 110])).toEqual(['▲ 10.0% since Jul 31', 'green']);
  expect(said('high_risk_revenue', days, [50, 100, 110])).toEqual(['▲ 10.0% since Jul 31', 'red']);
  expect(said('high_risk_share', days, [0.2, 0.124, 0.11])).toEqual(['▼ 1.4 points since Jul 31', 'green']);
});

it('compares with a day about a month back, not with the month end of the day before', () => {
  expect(said('customers', ['2018-07-31', '2018-08-31', '2018-09-01'], [100, 7, 90])).toEqual([
    '▼ 10.0% since Jul 31',
    'red',
  ]);
});

it('takes next to nothing for no change', () => {
  expect(said('customers', days, [1, 100_000, 100_001])).toEqual(['unchanged since Jul 31', 'text']);
});

it('calls a slight change neither good nor bad', () => {
  expect(said('customers', days, [1, 1000, 995])).toEqual(['▼ 0.5% since Jul 31', 'text']);
  expect(said('customers', days, [1, 1000, 985])).toEqual(['▼ 1.5% since Jul 31', 'red']);
});

it.each([
  ['a single day', ['2018-08-28'], [5]],
  ['no customers a month ago', days, [null, null, 5]],
  ['none at all a month ago', days, [0, 0, 5]],
  ['no customers today', days, [4, 5, null]],
])('has nothing to compare with where there is %s', (_case, given, values) => {
  expect(said('high_risk_customers', given, values)).toEqual(['nothing to compare with', 'text']);
});

it('says it in Portuguese', () => {
  expect(said('high_risk_share', days, [0.2, 0.124, 0.11], 'pt-BR')).toEqual(['▼ 1,4 p.p. desde 31 de jul.', 'green']);
  expect(said('customers', days, [1, 100_000, 100_001], 'pt-BR')).toEqual(['estável desde 31 de jul.', 'text']);
  expect(said('customers', ['2018-08-28'], [5], 'pt-BR')).toEqual(['sem base de comparação', 'text']);
});
