import { createDataFrame, FieldType } from '@grafana/data';
import { registerTransformations, transform } from './transformations';

const frame = createDataFrame({
  fields: [
    { name: 'state', type: FieldType.string, values: ['SP', 'RJ'] },
    { name: 'revenue', type: FieldType.number, values: [2, 1] },
  ],
});
const as = (text: string) => text.replace('$name', 'State');

beforeAll(registerTransformations);

it('runs Grafana’s own transformations, one after the other, with variables replaced', async () => {
  const [result] = await transform(
    [frame],
    [
      { id: 'sortBy', options: { sort: [{ field: 'revenue' }] } },
      { id: 'organize', options: { excludeByName: {}, indexByName: {}, renameByName: { state: '$name' } } },
    ],
    as,
  );
  expect(result?.fields.map(({ name, config }) => config.displayName ?? name)).toEqual(['State', 'revenue']);
  expect(result?.fields[0]?.values).toEqual(['RJ', 'SP']);
});

it('leaves the frames alone when there is nothing to do', async () => {
  expect(await transform([frame], [], as)).toEqual([frame]);
});

it('names a transformation that it does not know', async () => {
  await expect(transform([frame], [{ id: 'magic', options: {} }], as)).rejects.toThrow(
    'does not know the transformation "magic"',
  );
});
