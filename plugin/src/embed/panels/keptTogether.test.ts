import { keptTogether } from './keptTogether';

it.each([
  ['R$ 15.74M of revenue, 59.2% of 94 customers', 'R$_15.74M of revenue, 59.2% of 94 customers'],
  ['R$ 92,9 mil, R$ 1,2 mi e 3 milagres', 'R$_92,9_mil, R$_1,2_mi e 3 milagres'],
  ['In 180 days 5 Make up 10 kinds', 'In 180 days 5 Make up 10 kinds'],
])('keeps numbers with their units in %s', (text, expected) => {
  expect(keptTogether(text).replaceAll('\u00a0', '_')).toBe(expected);
});
