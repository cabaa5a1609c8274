import { createDataFrame, FieldType, type DataFrame } from '@grafana/data';
import { paperColumns } from './paperColumns';

/** Letters as wide as half their height. */
const measureIn = (fontSize: number) => (text: string) => (text.length * fontSize) / 2;

type Fields = Record<string, readonly (string | number)[]>;

const frameOf = (fields: Fields): DataFrame =>
  createDataFrame({
    fields: Object.entries(fields).map(([name, values]) => ({
      name,
      type: typeof values[0] === 'number' ? FieldType.number : FieldType.string,
      values: [...values],
    })),
  });

function setIn(room: number, fields: Fields) {
  const frame = frameOf(fields);
  const rows = Array.from({ length: frame.length }, (_, i) => i);
  const { columns, fontSize } = paperColumns(frame, rows, room, 14, measureIn);
  return {
    fontSize,
    widths: columns.map(({ width }) => width),
    sum: columns.reduce((all, { width }) => all + width, 0),
  };
}

const WORDS = 'buying rhythm alone gives a chance of six in a thousand of an order within the horizon';

it('sets a table in the usual size where it has room', () => {
  const { fontSize, sum } = setIn(600, { day: ['Mar 1, 2018'], customers: [56_893] });
  expect(fontSize).toBe(14);
  expect(sum).toBeLessThanOrEqual(600);
});

it('keeps short texts, such as days, in one line where others can give way', () => {
  const { widths } = setIn(420, { day: ['28 de ago. de 2018'], reason: [WORDS] });
  expect(widths[0]).toBeGreaterThanOrEqual(18 * 6);
});

it('sets a table smaller before its texts take many lines', () => {
  const { fontSize, widths, sum } = setIn(250, { customer: ['0a1b2c3d'], reason: [WORDS] });
  expect(fontSize).toBeLessThan(14);
  expect(sum).toBeLessThanOrEqual(250);
  // In three lines, and not in six.
  expect(3 * (widths[1] ?? 0)).toBeGreaterThan((WORDS.length * fontSize) / 2);
});

it('breaks no word while letters can be smaller, and none below what can be read', () => {
  const word = 'product_category_name_translation.csv.gz';
  const whole = setIn(330, { file: [word], rows: [99_441] });
  expect(whole.widths[0]).toBeGreaterThanOrEqual((word.length * whole.fontSize) / 2);
  expect(setIn(80, { file: [word], rows: [99_441] }).fontSize).toBe(10);
});

it('breaks names at a hyphen', () => {
  expect(setIn(160, { model: ['churn-180-20261123-003709967'] }).fontSize).toBe(14);
});

it('takes a table without columns or rows', () => {
  expect(setIn(300, {})).toEqual({ fontSize: 14, widths: [], sum: 0 });
  expect(setIn(300, { day: [] }).widths).toEqual([300]);
});
