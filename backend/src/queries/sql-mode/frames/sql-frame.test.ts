import { QueryError, readColumn, type Frame, type SqlFormat } from '../../../contract';
import { checkFrame, frameToJson } from '../../../frames';
import type { SandboxCells, SandboxResult } from '../../../warehouse/sandbox/result';
import { sqlFrame } from '.';

const DAY = 86_400_000;
const SQL = 'SELECT 1';

function result(columns: Record<string, SandboxCells>, cut?: SandboxResult['cut']): SandboxResult {
  const named = Object.entries(columns).map(([name, cells]) => ({ ...cells, name, sqlType: 'ANY' }));
  return { length: named[0]?.cells.length ?? 0, columns: named, ...(cut && { cut }) };
}

/** Builds a frame, which Grafana must be able to read. */
function frameOf(columns: Record<string, SandboxCells>, format: SqlFormat, cut?: SandboxResult['cut']): Frame {
  const frame = sqlFrame(result(columns, cut), { format, name: 'sql', sql: SQL });
  checkFrame(frame);
  return frame;
}

const time = (...cells: (number | null)[]): SandboxCells => ({ kind: 'time', cells });
const number = (...cells: (number | null)[]): SandboxCells => ({ kind: 'number', cells });
const text = (...cells: (string | null)[]): SandboxCells => ({ kind: 'text', cells });
const bool = (...cells: (boolean | null)[]): SandboxCells => ({ kind: 'bool', cells });
const long = (...cells: (string | null)[]): SandboxCells => ({ kind: 'text', cells, numeric: true });

const fieldsOf = (frame: Frame) =>
  frame.fields.map(({ column, labels }) => ({ name: column.name, labels, values: readColumn(column) }));
const noticesOf = (frame: Frame): string[] => (frame.meta?.notices ?? []).map((notice) => notice.text);

describe('as a table', () => {
  test('every column keeps its type, nulls stay nulls', () => {
    const frame = frameOf(
      { day: time(DAY, null), n: number(1.5, null), city: text('Rio', null), paid: bool(true, null) },
      'table',
    );
    expect(frame.meta).toEqual({ type: 'table', preferredVisualisationType: 'table', executedQueryString: SQL });
    expect(frame.fields.map(({ column }) => column.type)).toEqual(['time', 'float64', 'text', 'bool']);
    const { data } = frameToJson(frame);
    expect(data.values).toEqual([
      [DAY, null],
      [1.5, null],
      ['Rio', null],
      [true, null],
    ]);
  });

  test('without rows keeps its columns', () => {
    expect(fieldsOf(frameOf({ n: number(), city: text() }, 'table'))).toEqual([
      { name: 'n', values: [] },
      { name: 'city', values: [] },
    ]);
  });

  test('numbers with too many digits stay text', () => {
    expect(fieldsOf(frameOf({ n: long('9007199254740993') }, 'table'))[0]?.values).toEqual(['9007199254740993']);
  });
});

describe('as time series', () => {
  test('rows become a field per combination of labels, sorted by time and labels', () => {
    const frame = frameOf(
      {
        time: time(2 * DAY, DAY, DAY),
        state: text('SP', 'SP', 'RJ'),
        paid: bool(true, true, null),
        n: number(3, 1, 2),
        m: number(6, 4, 5),
      },
      'time_series',
    );
    expect(frame.meta).toMatchObject({ type: 'timeseries-wide', executedQueryString: SQL });
    const SP = { state: 'SP', paid: 'true' };
    const RJ = { state: 'RJ', paid: '(none)' };
    expect(fieldsOf(frame)).toEqual([
      { name: 'time', values: [BigInt(DAY) * 1_000_000n, BigInt(2 * DAY) * 1_000_000n] },
      { name: 'n', labels: RJ, values: [2, null] },
      { name: 'n', labels: SP, values: [1, 3] },
      { name: 'm', labels: RJ, values: [5, null] },
      { name: 'm', labels: SP, values: [4, 6] },
    ]);
    expect(noticesOf(frame)).toEqual([]);
  });

  test('what cannot be shown is named', () => {
    const frame = frameOf(
      { time: time(DAY, DAY, null), until: time(1, 2, 3), n: number(1, 2, 3), big: long('9007199254740993', '1', '2') },
      'time_series',
    );
    expect(fieldsOf(frame).map(({ name, values }) => [name, values.length])).toEqual([
      ['time', 1],
      ['n', 1],
      ['big', 1],
    ]);
    expect(fieldsOf(frame)[1]?.values).toEqual([2]);
    expect(noticesOf(frame)).toEqual([
      '1 row without a time in "time" are left out.',
      'Times of "until" are left out: "time" is the time axis.',
      'Several rows have the same time, for example 1970-01-02T00:00:00.000Z; the last one of each is shown and 1 is not. Aggregate with GROUP BY.',
      'Numbers of "big" have more than 15 digits and were rounded; the format "table" shows all.',
    ]);
  });

  test('a duplicate names its labels', () => {
    const frame = frameOf({ time: time(0, 0), state: text('SP', 'SP'), n: number(1, 2) }, 'time_series');
    expect(noticesOf(frame)[0]).toContain('1970-01-01T00:00:00.000Z of {state=SP}');
  });

  test.each([
    ['no rows', { time: time(), n: number() }],
    ['no times in the rows', { time: time(null), n: number(1) }],
  ])('%s are no data of the type', (_, columns) => {
    const frame = frameOf(columns, 'time_series');
    expect(frame.fields).toEqual([]);
    expect(frame.meta?.type).toBe('timeseries-wide');
  });

  test.each([
    ['a column of times', { n: number(1) }, 'needs a column of dates or timestamps'],
    ['a column of numbers', { time: time(1), city: text('Rio') }, 'needs a column of numbers'],
  ])('without %s it says what is missing', (_, columns, message) => {
    expect(() => frameOf(columns, 'time_series')).toThrow(QueryError);
    expect(() => frameOf(columns, 'time_series')).toThrow(message);
  });

  test('too many series are refused', () => {
    const ids = Array.from({ length: 1_001 }, (_, i) => i);
    const columns = { time: time(...ids), id: text(...ids.map(String)), n: number(...ids) };
    expect(() => frameOf(columns, 'time_series')).toThrow('1001 series of 1001 points');
  });
});

describe('as numbers', () => {
  test('texts and booleans are labels', () => {
    const frame = frameOf({ state: text('SP', null), paid: bool(true, false), n: number(1, null) }, 'numeric');
    expect(frame.meta?.type).toBe('numeric-long');
    expect(fieldsOf(frame)).toEqual([
      { name: 'state', values: ['SP', '(none)'] },
      { name: 'paid', values: ['true', 'false'] },
      { name: 'n', values: [1, null] },
    ]);
  });

  test('times are left out, which is said', () => {
    const frame = frameOf({ day: time(DAY), n: number(1) }, 'numeric');
    expect(fieldsOf(frame)).toEqual([{ name: 'n', values: [1] }]);
    expect(noticesOf(frame)).toEqual(['The format "numeric" leaves out the times of "day".']);
  });

  test('no rows are no data of the type', () => {
    const frame = frameOf({ n: number() }, 'numeric');
    expect(frame).toMatchObject({ fields: [], meta: { type: 'numeric-long' } });
  });

  test.each([
    ['no number', { city: text('Rio') }, 'needs a column of numbers'],
    ['equal labels', { city: text('Rio', 'Rio'), n: number(1, 2) }, 'two rows have {city=Rio}'],
    ['rows without labels', { n: number(1, 2) }, 'tells the 2 rows apart'],
  ])('%s are refused', (_, columns, message) => {
    expect(() => frameOf(columns, 'numeric')).toThrow(message);
  });
});

describe('a cut', () => {
  test.each([
    ['rows' as const, '2 rows'],
    ['cells' as const, '2 values'],
    ['bytes' as const, '2 bytes'],
  ])('by %s is told first', (by, unit) => {
    for (const format of ['table', 'time_series', 'numeric'] as const) {
      const columns = { time: time(0, 1), state: text('SP', 'RJ'), n: number(1, 2) };
      const [first] = noticesOf(frameOf(columns, format, { by, limit: 2 }));
      expect(first).toContain(`cut at the limit of ${unit}: only its first 2 rows are here`);
    }
  });

  test('before the first row is told beside "no data"', () => {
    const frame = frameOf({ n: number() }, 'numeric', { by: 'bytes', limit: 1_000 });
    expect(noticesOf(frame)[0]).toContain('limit of 1,000 bytes: only its first 0 rows');
  });
});
