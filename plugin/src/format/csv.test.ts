import { createDataFrame, FieldType } from '@grafana/data';
import { setCurrentLanguage } from '../language/current';
import { csvName, framesToCsv } from './csv';

const BOM = '\uFEFF';

afterEach(() => void setCurrentLanguage('en'));

const textFrame = (name: string, ...values: (string | null)[]) =>
  createDataFrame({ fields: [{ name, type: FieldType.string, values }] });
const timeFrame = (...values: (number | null)[]) =>
  createDataFrame({ fields: [{ name: 'time', type: FieldType.time, values }] });

const revenue = () =>
  createDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [Date.UTC(2018, 0, 1), Date.UTC(2018, 0, 2)] },
      {
        name: 'revenue',
        type: FieldType.number,
        values: [1234.5, -0.25],
        config: { unit: 'currencyBRL', displayName: 'Revenue, R$' },
      },
      { name: 'city', type: FieldType.string, values: ['São Paulo', 'Rio; Niterói'] },
    ],
  });

it('writes display names, raw numbers and ISO days', () => {
  expect(framesToCsv([revenue()])).toBe(
    `${BOM}time,"Revenue, R$",city\r\n2018-01-01,1234.5,São Paulo\r\n2018-01-02,-0.25,"Rio; Niterói"\r\n`,
  );
});

it('writes for a reader of Portuguese what their spreadsheet reads as columns and numbers', () => {
  setCurrentLanguage('pt-BR');
  expect(framesToCsv([revenue()])).toBe(
    `${BOM}time;"Revenue, R$";city\r\n2018-01-01;1234,5;São Paulo\r\n2018-01-02;-0,25;"Rio; Niterói"\r\n`,
  );
});

it('writes moments with their time of day, if one of the column has any', () => {
  const [midnight, noon] = [Date.UTC(2018, 0, 1), Date.UTC(2018, 0, 1, 12)];
  expect(framesToCsv([timeFrame(midnight, noon, null)])).toBe(
    `${BOM}time\r\n2018-01-01T00:00:00.000Z\r\n2018-01-01T12:00:00.000Z\r\n\r\n`,
  );
  expect(framesToCsv([timeFrame(midnight, null)])).toBe(`${BOM}time\r\n2018-01-01\r\n\r\n`);
});

it('quotes what would break a line, and leaves unknown values empty', () => {
  const frame = textFrame('text', 'a,b', 'say "hi"', 'two\nlines', 'semi;colon', null);
  expect(framesToCsv([frame])).toBe(`${BOM}text\r\n"a,b"\r\n"say ""hi"""\r\n"two\nlines"\r\n"semi;colon"\r\n\r\n`);
});

it.each(['=HYPERLINK("x")', "=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1+1', '＝1+1'])(
  'keeps a spreadsheet from running %j, in a cell and in the name of a column',
  (text) => {
    const written = `'${text.replaceAll('"', '""')}`;
    for (const language of ['en', 'pt-BR']) {
      setCurrentLanguage(language);
      expect(framesToCsv([textFrame('text', text)])).toContain(written);
      expect(framesToCsv([textFrame(text, 'a')])).toContain(written);
    }
  },
);

it('leaves alone what only looks like a formula further on', () => {
  expect(framesToCsv([textFrame('text', 'a=b', "d'água", '2018-01-01')])).toBe(
    `${BOM}text\r\na=b\r\nd'água\r\n2018-01-01\r\n`,
  );
});

it('has no word for numbers that are none', () => {
  const values = [Number.NaN, Number.POSITIVE_INFINITY, 1e21];
  const frame = createDataFrame({ fields: [{ name: 'n', type: FieldType.number, values }] });
  expect(framesToCsv([frame])).toBe(`${BOM}n\r\n\r\n\r\n1e+21\r\n`);
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
