import { writtenDay } from './written-day';

it.each([
  ['2018-08-28', 'Aug 28, 2018', '28 de ago. de 2018'],
  ['2017-01-01', 'Jan 1, 2017', '1 de jan. de 2017'],
  ['2016-12-31', 'Dec 31, 2016', '31 de dez. de 2016'],
])('writes the day %s', (day, english, portuguese) => {
  expect(writtenDay(day, 'en')).toBe(english);
  expect(writtenDay(day, 'pt-BR')).toBe(portuguese);
});
