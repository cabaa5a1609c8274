import { field } from '../testing/field';
import { numberText, valueText } from './values';

it.each([
  [0.3, 'h', '18 minutes', '18 minutos'],
  [72, 'h', '3 days', '3 dias'],
  [0, 's', '0 s', '0 s'],
  [0.0047, 's', '5 ms', '5 ms'],
  [15.88, 's', '15.9 s', '15,9 s'],
  [0, 'decbytes', '0 B', '0 B'],
  [4_795_604, 'decbytes', '4.8 MB', '4,8 MB'],
  [2.1, 'suffix: ×', '2.1 ×', '2,1 ×'],
  [1, 'd', '1 day', '1 dia'],
  [3_008, 'd', '3,008 days', '3.008 dias'],
  [12.5, 'd', '12.5 d', '12,5 d'],
  [0.0093, '', '0.0093', '0,0093'],
  [0, '', '0', '0'],
])('writes %s in the unit "%s" as %s', (value, unit, english, portuguese) => {
  expect(numberText(value, unit, 'en')).toBe(english);
  expect(numberText(value, unit, 'pt-BR')).toBe(portuguese);
});

it.each([
  ['time:ll', 'Sep 29, 2017'],
  ['', 'Sep 29, 2017, 3:24 PM UTC'],
])('writes a moment in the unit "%s" as %s', (unit, expected) => {
  const moment = Date.UTC(2017, 8, 29, 15, 24);
  expect(valueText(moment, field('last_order', { isTime: true, isNumber: false, unit }), 'en')).toBe(expected);
});

it('says of what is true what the dashboard says of it', () => {
  const passed = field('passed', { isNumber: false, texts: new Map([['true', '✓ yes']]) });
  expect([true, false, null].map((value) => valueText(value, passed, 'en'))).toEqual(['✓ yes', 'no', '–']);
});
