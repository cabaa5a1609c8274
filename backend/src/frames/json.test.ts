import type { Column, Frame } from '../contract';
import { boolColumn, numberColumn, textColumn, timeColumn } from './build-column';
import { noData } from './frame';
import { frameToJson } from './json';

const bigints = (name: string, type: 'time' | 'int64', values: bigint[]): Column => ({
  name,
  type,
  length: values.length,
  nullCount: 0,
  values: BigInt64Array.from(values),
});

const frameOf = (...columns: Column[]): Frame => ({ name: 'f', fields: columns.map((column) => ({ column })) });

it('writes schema and data as /api/ds/query does', () => {
  const frame: Frame = {
    name: 'sales',
    refId: 'A',
    meta: { type: 'timeseries-wide' },
    fields: [
      { column: timeColumn('time', [1_514_764_800_000, 1_514_851_200_000]) },
      { column: numberColumn('revenue', [12.5, null]), labels: { state: 'SP' }, config: { unit: 'currencyBRL' } },
    ],
  };
  expect(JSON.parse(JSON.stringify(frameToJson(frame)))).toEqual({
    schema: {
      name: 'sales',
      refId: 'A',
      meta: { type: 'timeseries-wide', typeVersion: [0, 1] },
      fields: [
        { name: 'time', type: 'time', typeInfo: { frame: 'time.Time' } },
        {
          name: 'revenue',
          type: 'number',
          typeInfo: { frame: 'float64', nullable: true },
          labels: { state: 'SP' },
          config: { unit: 'currencyBRL' },
        },
      ],
    },
    data: {
      values: [
        [1_514_764_800_000, 1_514_851_200_000],
        [12.5, null],
      ],
    },
  });
});

it('writes texts, booleans and 64-bit integers', () => {
  const frame = frameOf(textColumn('t', ['é', null]), boolColumn('b', [true, false]), bigints('i', 'int64', [1n, -2n]));
  expect(frameToJson(frame).data.values).toEqual([
    ['é', null],
    [true, false],
    [1, -2],
  ]);
  expect(frameToJson(frame).schema.fields.map(({ type, typeInfo }) => [type, typeInfo.frame])).toEqual([
    ['string', 'string'],
    ['boolean', 'bool'],
    ['number', 'int64'],
  ]);
});

it('keeps what a time has beyond its milliseconds, before 1970 too', () => {
  const { data } = frameToJson(frameOf(numberColumn('n', [1, 2]), bigints('at', 'time', [1_000_001n, -1n])));
  expect(data.values[1]).toEqual([1, -1]);
  expect(data.nanos).toEqual([null, [1, 999_999]]);
});

it('names the rows of numbers that JSON cannot write', () => {
  const { data } = frameToJson(
    frameOf(numberColumn('n', [1, NaN, Infinity, null, -Infinity]), textColumn('t', ['', '', '', '', ''])),
  );
  expect(data.values[0]).toEqual([1, null, null, null, null]);
  expect(data.entities).toEqual([{ NaN: [1], Inf: [2], NegInf: [4] }, null]);
});

it('writes "no data" as a type without fields', () => {
  const { schema, data } = frameToJson(noData('sales', 'numeric-long'));
  expect(schema).toMatchObject({ meta: { type: 'numeric-long' }, fields: [] });
  expect(data.values).toEqual([]);
});

it('refuses what the Arrow form refuses', () => {
  expect(() => frameToJson(frameOf(numberColumn('a', [1]), numberColumn('b', [])))).toThrow('field 1 "b"');
});
