import type { Language } from '@contract';
import {
  createTheme,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  toDataFrame,
  type Field,
} from '@grafana/data';
import { inNotation, writeInNotation } from './notation';

const fieldOf = (unit: string, decimals?: number): Field => {
  const field: Field = { name: 'v', type: FieldType.number, values: [], config: { unit, decimals } };
  return { ...field, display: getDisplayProcessor({ field, theme: createTheme() }) };
};

const writtenIn = (language: Language, value: unknown, unit: string, decimals?: number): string => {
  const field = fieldOf(unit, decimals);
  const frame = { ...toDataFrame({ fields: [] }), fields: [field] };
  writeInNotation(language, [frame]);
  return field.display ? formattedValueToString(field.display(value)) : '';
};
const written = (value: unknown, unit: string, decimals?: number): string => writtenIn('pt-BR', value, unit, decimals);

it.each([
  [1_740_000, 'currencyBRL', undefined, 'R$ 1,74 mi'],
  [-12_345, 'currencyBRL', undefined, '-R$ 12,3 mil'],
  [679_941, 'currencyBRL', undefined, 'R$ 679,9 mil'],
  [1_743, 'currencyBRL', 2, 'R$ 1,7 mil'],
  [8.5, 'currencyBRL', 2, 'R$ 8,50'],
  [2_500_000_000, 'currencyBRL', 1, 'R$ 2,5 bi'],
  [0.599, 'percentunit', 1, '59,9%'],
  [98_207, 'short', undefined, '98,2 mil'],
  [1_234_567, 'short', 2, '1,23 mi'],
  [1.25, 'none', 2, '1,25'],
  [38_755, 'locale', 0, '38.755'],
  [6_263.18, 'locale', 0, '6.263'],
  [6_263.187, 'locale', undefined, '6.263,19'],
  [0.1234, '', 3, '0,123'],
  [720, 's', 1, '12,0 min'],
  [3, 'd', 0, '3 dias'],
  [Date.UTC(2017, 8, 29), 'time:ll', undefined, '29 de set. de 2017'],
  [Date.UTC(2017, 8, 29, 17, 5), 'time:lll', undefined, '29 de set. de 2017, 17:05'],
])('writes %p of unit %s as people in Brazil do', (value, unit, decimals, text) => {
  expect(written(value, unit, decimals)).toBe(text);
});

it.each(['São Paulo', '2018-01-31', '1.2.3', 'A,B'])('leaves the text %s as it is', (text) => {
  const value = { text, numeric: Number.NaN };
  expect(inNotation('pt-BR', value, 'currencyBRL')).toBe(value);
  expect(inNotation('pt-BR', value, 'locale')).toBe(value);
});

it.each([
  [92_900, 'currencyBRL', undefined, 'R$ 92.9k'],
  [92_895.6, 'currencyBRL', undefined, 'R$ 92.9k'],
  [679_941, 'currencyBRL', undefined, 'R$ 679.9k'],
  [679_941, 'currencyBRL', 0, 'R$ 680k'],
  [-1_500, 'currencyBRL', undefined, '-R$ 1.5k'],
  [15_739_137, 'currencyBRL', undefined, 'R$ 15.7M'],
  [2_500_000_000, 'currencyBRL', 1, 'R$ 2.5B'],
  [1_743, 'currencyBRL', 2, 'R$ 1.7k'],
  [8.5, 'currencyBRL', 2, 'R$ 8.50'],
  [98_207, 'short', undefined, '98.2k'],
  [1_234_567, 'short', 2, '1.23M'],
  [12, 'short', 0, '12'],
])('writes %p of unit %s in English as the app’s own texts beside it do', (value, unit, decimals, text) => {
  expect(writtenIn('en', value, unit, decimals)).toBe(text);
});

it('writes what is not there as before, and the other units in English as Grafana does', () => {
  expect(written(null, 'currencyBRL')).toBe(written(undefined, 'currencyBRL'));
  expect(written(null, 'time:ll')).toBe('');
  expect(written(null, 'time:lll')).toBe('');
  const day = fieldOf('time:ll').display?.(Date.UTC(2017, 8, 29));
  expect(day && inNotation('en', day, 'time:ll').text).toBe('Sep 29, 2017');
  const moment = fieldOf('time:lll').display?.(Date.UTC(2017, 8, 29, 17, 5));
  expect(moment && inNotation('en', moment, 'time:lll').text).toBe('Sep 29, 2017 5:05 PM');
  const percent = { text: '59.9', numeric: 0.599, suffix: '%' };
  expect(inNotation('en', percent, 'percentunit')).toBe(percent);
  expect(writtenIn('en', null, 'currencyBRL')).toBe(written(null, 'currencyBRL'));
});

it('leaves texts that look like numbers as they are: they are in the reader’s notation already', () => {
  const field: Field = { name: 'v', type: FieldType.string, values: ['245.741'], config: {} };
  field.display = getDisplayProcessor({ field, theme: createTheme() });
  writeInNotation('pt-BR', [{ ...toDataFrame({ fields: [] }), fields: [field] }]);
  expect(field.display('245.741').text).toBe('245.741');
});
