import { FieldType, type Field } from '@grafana/data';
import { tickText } from './fields';

const field = (unit?: string): Field => ({ name: 'v', type: FieldType.number, values: [], config: { unit } });
const written = (ticks: readonly number[], unit?: string): string[] =>
  ticks.map((tick) => tickText(field(unit), tick, ticks));

it.each([
  ['whole steps without decimals', [0, 2, 4], undefined, ['0', '2', '4']],
  ['steps of a quarter with two, as rounded they would differ', [0.5, 0.75, 1], undefined, ['0.50', '0.75', '1.00']],
  ['steps of per cent', [0.005, 0.01, 0.015], 'percentunit', ['0.5%', '1.0%', '1.5%']],
  ['steps of a quarter of a per cent', [0.005, 0.0075, 0.01], 'percentunit', ['0.50%', '0.75%', '1.00%']],
  ['large steps of a half', [2.5, 5, 7.5], undefined, ['2.5', '5.0', '7.5']],
  ['a single value as a whole', [3], undefined, ['3']],
])('writes on an axis %s', (_, ticks, unit, texts) => {
  expect(written(ticks, unit)).toEqual(texts);
});

it('writes no more than four decimals', () => {
  expect(written([0, 0.000013])).toEqual(['0.0000', '0.0000']);
});
