import { shortText } from './scales';

it.each([
  [137.5, 'currencyBRL', 'R$ 137.50', 'R$ 137,50'],
  [15_739, 'currencyBRL', 'R$ 15.7k', 'R$ 15,7 mil'],
  [999_960, 'currencyBRL', 'R$ 1.0M', 'R$ 1,0 mi'],
  [-15_739, 'currencyBRL', '-R$ 15.7k', '-R$ 15,7 mil'],
  [94_990, 'locale', '95.0k', '95,0 mil'],
  [950, 'locale', '950', '950'],
  [0.412, 'percentunit', '41.2%', '41,2%'],
  [0.0003, 'percentunit', '<0.1%', '<0,1%'],
  [0, 'percentunit', '0%', '0%'],
])('writes %s in the unit "%s" short: %s', (value, unit, english, portuguese) => {
  expect(shortText(value, unit, 'en')).toBe(english);
  expect(shortText(value, unit, 'pt-BR')).toBe(portuguese);
});
