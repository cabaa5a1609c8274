import type { Column, FieldConfig, Frame, FrameType } from '../contract';
import { numberColumn, textColumn, timeColumn } from './build-column';
import { checkFrame } from './check-frame';
import { FrameError } from './frame-error';

const frameOf = (columns: Column[], type?: FrameType): Frame => ({
  name: 'sales',
  meta: type && { type },
  fields: columns.map((column) => ({ column })),
});

const one = numberColumn('n', [1]);

describe('a field that Grafana cannot read is named', () => {
  const broken: [string, Column, string][] = [
    ['another length', numberColumn('m', [1, 2]), 'has 2 rows where the first field has 1'],
    ['an unknown type', { ...one, type: 'decimal' as Column['type'] }, 'type "decimal" is not one that Grafana reads'],
    ['an inherited name as type', { ...one, type: 'toString' as Column['type'] }, 'type "toString"'],
    ['values of another type', { ...one, values: new Int32Array(1) }, 'values of type float64 must be a Float64Array'],
    ['too few values', { ...one, values: new Float64Array(0) }, 'has 0 values for 1 rows'],
    ['too few bits', { ...one, type: 'bool', values: new Uint8Array(0) }, 'has 0 values for 1 rows'],
    ['nulls without a mask', { ...one, nullCount: 1 }, 'has 1 nulls and no mask'],
    ['text without offsets', { ...one, type: 'text', values: new Uint8Array(1) }, 'text of 1 rows needs 2 offsets'],
    ['text cut short', { ...textColumn('x', ['abc']), values: new Uint8Array(2) }, 'text ends after its bytes'],
  ];

  it.each(broken)('%s', (_, column, problem) => {
    const check = () => checkFrame(frameOf([one, { ...column, name: 'm' }]));
    expect(check).toThrow(FrameError);
    expect(check).toThrow(`frame "sales", field 1 "m": ${problem}`);
  });

  it.each<[FieldConfig, string]>([
    [{ decimals: 1.5 }, 'decimals of 1.5 is not a whole number from 0 to 65535'],
    [{ decimals: -1 }, 'decimals of -1'],
    [{ min: NaN }, 'min of NaN is not a number'],
    [{ max: Infinity }, 'max of Infinity is not a number'],
  ])('configuration %j', (config, problem) => {
    expect(() => checkFrame({ name: 'sales', fields: [{ column: one, config }] })).toThrow(`field 0 "n": ${problem}`);
  });

  it('labels that are not text', () => {
    const labels: Record<string, string> = JSON.parse('{ "year": 2018 }');
    expect(() => checkFrame({ name: 'sales', fields: [{ column: one, labels }] })).toThrow('label "year" is not text');
  });
});

describe('a frame keeps what its data-plane type promises', () => {
  const time = timeColumn('time', [1, 2]);
  const numbers = numberColumn('n', [1, 2]);
  const text = textColumn('state', ['SP', 'RJ']);

  it.each<[FrameType, Column[]]>([
    ['timeseries-wide', [time, numbers]],
    ['timeseries-multi', [time, numbers]],
    ['timeseries-long', [time, text, numbers]],
    ['timeseries-wide', [timeColumn('time', [2, 2]), numbers]],
    ['numeric-wide', [one]],
    ['numeric-multi', [one]],
    ['numeric-long', [text, numbers]],
    ['table', [text]],
    ['timeseries-wide', []],
  ])('%s: passes', (type, columns) => {
    expect(() => checkFrame(frameOf(columns, type))).not.toThrow();
  });

  it.each<[FrameType, Column[], string]>([
    ['timeseries-wide', [numbers], 'timeseries-wide needs a time field'],
    ['timeseries-long', [time, text], 'timeseries-long needs a field with numbers'],
    ['timeseries-wide', [time, numbers, text], 'field "state" is text, which timeseries-wide keeps in labels'],
    ['timeseries-wide', [timeColumn('time', [1, null]), numbers], 'time field "time" is null in row 1'],
    ['timeseries-long', [timeColumn('time', [2, 1]), text, numbers], 'time field "time" goes back in row 1'],
    ['numeric-wide', [numbers], 'numeric-wide has one row only'],
    ['numeric-multi', [numbers], 'numeric-multi has one row only'],
    ['numeric-long', [text], 'numeric-long needs a field with numbers'],
  ])('%s: refused', (type, columns, problem) => {
    expect(() => checkFrame(frameOf(columns, type))).toThrow(`frame "sales": ${problem}`);
  });
});
