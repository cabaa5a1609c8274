import { readColumn, type Frame } from '../contract';
import { boolColumn, numberColumn, textColumn, timeColumn } from './build-column';
import { noData } from './frame';
import { frameFromJson } from './from-json';
import { frameToJson, type FrameJson } from './json';

const overTheWire = (frame: Frame): Frame => frameFromJson(JSON.parse(JSON.stringify(frameToJson(frame))) as FrameJson);

const cellsOf = ({ fields }: Frame) => fields.map(({ column }) => [column.name, column.type, readColumn(column)]);

it('reads what frameToJson has written: values, what is missing, names and settings', () => {
  const frame: Frame = {
    name: 'customers',
    refId: 'B',
    meta: { type: 'table', notices: [{ severity: 'info', text: 'Some.' }], custom: { asOf: '2018-08-28' } },
    fields: [
      { column: timeColumn('at', [1_514_764_800_000, null]) },
      { column: textColumn('state', ['São Paulo', null]), config: { displayNameFromDS: 'State' } },
      { column: boolColumn('churned', [true, null]) },
      { column: numberColumn('revenue', [12.5, null]), labels: { state: 'SP' }, config: { unit: 'currencyBRL' } },
      { column: numberColumn('odd', [NaN, -Infinity]) },
    ],
  };
  const read = overTheWire(frame);
  expect(cellsOf(read)).toEqual(cellsOf(frame));
  expect(read).toMatchObject({ name: 'customers', refId: 'B', meta: frame.meta });
  expect(read.fields.map(({ labels, config }) => ({ labels, config }))).toEqual(
    frame.fields.map(({ labels, config }) => ({ labels, config })),
  );
});

it('reads "no data", and infinity', () => {
  expect(overTheWire(noData('sales', 'table')).fields).toEqual([]);
  const [cells] = cellsOf(overTheWire({ name: 'x', fields: [{ column: numberColumn('n', [Infinity, 1]) }] }));
  expect(cells).toEqual(['n', 'float64', [Infinity, 1]]);
});

it('takes a cell of another type for none', () => {
  const field = { name: 'n', type: 'number', typeInfo: { frame: 'float64' } } as const;
  const frame = frameFromJson({ schema: { name: 'x', fields: [field] }, data: { values: [['a', 2]] } });
  expect(cellsOf(frame)).toEqual([['n', 'float64', [null, 2]]]);
});
