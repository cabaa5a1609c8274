import { createDataFrame, FieldType } from '@grafana/data';
import { optionsIn } from './queryValues';

const field = (name: string, type: FieldType, values: unknown[]) => ({ name, type, values });

it('takes texts and values from the fields of these names', () => {
  const frame = createDataFrame({
    fields: [
      field('text', FieldType.string, ['São Paulo', 'Rio']),
      field('value', FieldType.string, ['SP', 'RJ']),
      field('orders', FieldType.number, [1, 2]),
    ],
  });
  expect(optionsIn([frame])).toEqual([
    { value: 'SP', text: 'São Paulo' },
    { value: 'RJ', text: 'Rio' },
  ]);
});

it('takes the first text of another answer, such as the headline', () => {
  const frame = createDataFrame({
    fields: [field('n', FieldType.number, [1]), field('headline', FieldType.string, ['All is well.'])],
  });
  expect(optionsIn([frame])).toEqual([{ value: 'All is well.', text: 'All is well.' }]);
});

it('offers each value once and none that is empty', () => {
  const frame = createDataFrame({ fields: [field('value', FieldType.string, ['a', null, '', 'a', 'b'])] });
  expect(optionsIn([frame]).map(({ value }) => value)).toEqual(['a', 'b']);
});

it('offers nothing where nothing was found', () => {
  expect(optionsIn([])).toEqual([]);
  expect(optionsIn([createDataFrame({ fields: [] })])).toEqual([]);
});
