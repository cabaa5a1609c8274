import { RecordBatchReader, tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { readColumn, type Column, type ColumnType, type ColumnValues, type Frame } from '../contract';
import { encodeArrow } from './arrow';
import { boolColumn, numberColumn, textColumn, timeColumn } from './build-column';
import { noData } from './frame';

const frameOf = (...columns: Column[]): Frame => ({ name: 'f', fields: columns.map((column) => ({ column })) });

/** What Arrow's own reader finds in each column; times as nanoseconds. */
function readBack(bytes: Uint8Array): unknown[][] {
  const { batches } = tableFromIPC(bytes);
  const children = batches[0]!.data.children;
  const column = (index: number) => batches[0]!.getChildAt(index)!;
  return children.map(({ type, values, length }, index) =>
    Array.from({ length }, (_, row) => {
      if (!column(index).isValid(row)) return null;
      return String(type).startsWith('Timestamp') ? (values as BigInt64Array)[row] : column(index).get(row);
    }),
  );
}

describe('columns', () => {
  const cells = fc.array(
    fc.tuple(
      fc.option(fc.double()),
      fc.option(fc.string({ unit: 'grapheme' })),
      fc.option(fc.boolean()),
      fc.option(fc.integer()),
    ),
    { minLength: 1, maxLength: 30 },
  );

  it('survive the way through an Arrow file', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const columns = [
          numberColumn(
            'n',
            rows.map((row) => row[0]),
          ),
          textColumn(
            't',
            rows.map((row) => row[1]),
          ),
          boolColumn(
            'b',
            rows.map((row) => row[2]),
          ),
          timeColumn(
            'at',
            rows.map((row) => row[3]),
          ),
        ];
        expect(readBack(encodeArrow(frameOf(...columns)))).toEqual(columns.map(readColumn));
      }),
    );
  });

  const fixed: [ColumnType, ColumnValues, string][] = [
    ['int8', Int8Array.of(-128, 127), 'Int8'],
    ['int16', Int16Array.of(-32768, 1), 'Int16'],
    ['int32', Int32Array.of(-1, 2), 'Int32'],
    ['int64', BigInt64Array.of(-1n, 2n ** 62n), 'Int64'],
    ['uint8', Uint8Array.of(0, 255), 'Uint8'],
    ['uint16', Uint16Array.of(0, 65535), 'Uint16'],
    ['uint32', Uint32Array.of(0, 4294967295), 'Uint32'],
    ['uint64', BigUint64Array.of(0n, 2n ** 64n - 1n), 'Uint64'],
    ['float32', Float32Array.of(0.5, -1), 'Float32'],
  ];

  it.each(fixed)('of type %s keep their width', (type, values, arrowType) => {
    const bytes = encodeArrow(frameOf({ name: 'x', type, length: 2, nullCount: 0, values }));
    expect(String(tableFromIPC(bytes).schema.fields[0]!.type)).toBe(arrowType);
    expect(readBack(bytes)[0]).toEqual([...values]);
  });

  it('carry times in nanoseconds, the only unit that Grafana reads rightly', () => {
    const bytes = encodeArrow(frameOf(timeColumn('at', [0])));
    expect(String(tableFromIPC(bytes).schema.fields[0]!.type)).toBe('Timestamp<NANOSECOND>');
  });

  it('are nullable only when something is missing', () => {
    const bytes = encodeArrow(frameOf(numberColumn('a', [1]), numberColumn('b', [null])));
    expect(tableFromIPC(bytes).schema.fields.map(({ nullable }) => nullable)).toEqual([false, true]);
  });

  it('that are longer than their rows, as a growing buffer leaves them, are cut', () => {
    const values = Float64Array.of(1, 2, 3, 4);
    expect(readBack(encodeArrow(frameOf({ name: 'x', type: 'float64', length: 2, nullCount: 0, values })))).toEqual([
      [1, 2],
    ]);
  });
});

describe('metadata', () => {
  const frame: Frame = {
    name: 'sales',
    refId: 'A',
    meta: { type: 'numeric-wide', custom: { asOf: '2018-08-21' } },
    fields: [{ column: numberColumn('revenue', [1]), labels: { state: 'SP' }, config: { unit: 'currencyBRL' } }],
  };
  const schema = () => tableFromIPC(encodeArrow(frame)).schema;

  it('lies under the keys of the SDK', () => {
    expect(schema().metadata.get('name')).toBe('sales');
    expect(schema().metadata.get('refId')).toBe('A');
    expect(JSON.parse(schema().fields[0]!.metadata.get('labels')!)).toEqual({ state: 'SP' });
    expect(JSON.parse(schema().fields[0]!.metadata.get('config')!)).toEqual({ unit: 'currencyBRL' });
  });

  it('says which version of the data-plane contract is kept to', () => {
    expect(JSON.parse(schema().metadata.get('meta')!)).toEqual({
      type: 'numeric-wide',
      typeVersion: [0, 1],
      custom: { asOf: '2018-08-21' },
    });
  });

  it('that JSON cannot hold is named', () => {
    const bad: Frame = { ...frame, meta: { custom: { rows: 5n } } };
    expect(() => encodeArrow(bad)).toThrow('frame "sales": meta cannot be written as JSON');
  });
});

describe('no data', () => {
  it('is a type without fields', () => {
    const { schema, numRows } = tableFromIPC(encodeArrow(noData('sales', 'timeseries-wide')));
    expect(schema.fields).toEqual([]);
    expect(numRows).toBe(0);
    expect(JSON.parse(schema.metadata.get('meta')!)).toEqual({ type: 'timeseries-wide', typeVersion: [0, 1] });
  });

  it('is what becomes of a typed frame without rows', () => {
    const empty: Frame = {
      ...frameOf(textColumn('segment', []), numberColumn('n', [])),
      meta: { type: 'numeric-long' },
    };
    expect(tableFromIPC(encodeArrow(empty)).schema.fields).toEqual([]);
  });

  it('leaves a table its empty columns', () => {
    const empty: Frame = { ...frameOf(textColumn('customer', [])), meta: { type: 'table' } };
    expect(tableFromIPC(encodeArrow(empty)).schema.fields.map(({ name }) => name)).toEqual(['customer']);
  });
});

describe('fields of one name', () => {
  it('keep their own labels and config: they are the series of one measure', () => {
    const series = ['SP', 'RJ', 'Other'].map((state, i) => ({
      column: numberColumn('revenue', [i]),
      labels: { state },
      config: { displayNameFromDS: state },
    }));
    const bytes = encodeArrow({ name: 'sales', fields: [{ column: timeColumn('time', [0]) }, ...series] });
    const { fields } = RecordBatchReader.from(bytes).open().schema;
    expect(fields.map((field) => field.metadata.get('labels'))).toEqual([
      undefined,
      ...series.map(({ labels }) => JSON.stringify(labels)),
    ]);
    expect(readBack(bytes)).toEqual([[0n], [0], [1], [2]]);
  });
});
