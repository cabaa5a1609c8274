import { createDataFrame, FieldType } from '@grafana/data';
import { csvName, framesToCsv } from './csv';

const BOM = '\uFEFF';

it('writes display names, raw numbers and ISO times', () => {
  const frame = createDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [Date.UTC(2018, 0, 1)] },
      {
        name: 'revenue',
        type: FieldType.number,
        values: [1234.5],
        config: { unit: 'currencyBRL', displayName: 'Revenue' },
      },
    ],
  });
  expect(framesToCsv([frame])).toBe(`${BOM}time,Revenue\r\n2018-01-01T00:00:00.000Z,1234.5\r\n`);
});

it('quotes what would break a line, and leaves unknown values empty', () => {
  const values = ['a,b', 'say "hi"', 'two\nlines', null];
  const frame = createDataFrame({ fields: [{ name: 'text', type: FieldType.string, values }] });
  expect(framesToCsv([frame])).toBe(`${BOM}text\r\n"a,b"\r\n"say ""hi"""\r\n"two\nlines"\r\n\r\n`);
});

it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx'])('keeps a spreadsheet from running %j', (text) => {
  const frame = createDataFrame({ fields: [{ name: 'text', type: FieldType.string, values: [text] }] });
  expect(framesToCsv([frame])).toContain(`'${text.replaceAll('"', '""')}`);
});

it('leaves negative numbers numbers', () => {
  const frame = createDataFrame({ fields: [{ name: 'n', type: FieldType.number, values: [-1] }] });
  expect(framesToCsv([frame])).toBe(`${BOM}n\r\n-1\r\n`);
});

it('puts an empty line between frames and none for frames without fields', () => {
  const one = createDataFrame({ fields: [{ name: 'a', type: FieldType.number, values: [1] }] });
  expect(framesToCsv([one, createDataFrame({ fields: [] }), one])).toBe(`${BOM}a\r\n1\r\n\r\na\r\n1\r\n`);
});

it('names the file by the panel', () => {
  expect(csvName('Receita por estado: São Paulo')).toBe('receita-por-estado-sao-paulo.csv');
  expect(csvName('—')).toBe('panel.csv');
});
