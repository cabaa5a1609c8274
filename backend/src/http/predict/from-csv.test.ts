import type { Separator } from './csv-file';
import { columnsOf, rowsFromCsv } from './from-csv';
import { limitsOf } from './limits';

const limits = limitsOf([
  { feature: 'monetary', changeable: true, min: 0, max: 5_000 },
  { feature: 'delay_days', changeable: true, min: -30, max: 30 },
  { feature: 'free', changeable: true, min: null, max: null },
]);

describe('columnsOf', () => {
  it('finds ids and features by name, whatever their case', () => {
    expect(columnsOf(['Monetary', ' CUSTOMER_ID '])).toEqual({
      width: 2,
      id: 1,
      features: [{ key: 'monetary', at: 0 }],
    });
  });

  it.each([
    [['monetary', 'Monetary'], 'the column "monetary" twice'],
    [['customer_id', 'customer_id'], 'the column "customer_id" twice'],
    [['monetary', ''], 'Column 2 has no name'],
  ])('refuses the header %j', (header, message) => {
    expect(() => columnsOf(header)).toThrow(message);
  });
});

describe('rowsFromCsv', () => {
  const read = (separator: Separator, header: string[], cells: string[]) =>
    rowsFromCsv({ header, separator, rows: [{ line: 2, cells }] }, columnsOf(header), limits)[0];

  it.each([
    [',', '12.5', 12.5],
    [',', '.5', 0.5],
    [',', '+1e3', 1000],
    [';', '12,5', 12.5],
    [';', '1.234,56', 1234.56],
    [';', '12.5', 12.5],
    ['\t', '12', 12],
  ] as const)('with cells separated by %j reads %s as %d', (separator, text, value) => {
    expect(read(separator, ['monetary'], [text])).toEqual({ row: 2, features: { monetary: value } });
  });

  it.each([
    [',', '12,5'],
    [';', '1,234.56'],
    [';', '1,2,3'],
    [',', 'NaN'],
    [',', 'Infinity'],
    [',', '1e999'],
    [',', '0x10'],
    [',', '-1'],
    [',', '5000.01'],
    [',', 'R$ 5'],
  ] as const)('with cells separated by %j refuses %s with the limits', (separator, text) => {
    expect(read(separator, ['monetary'], [text])?.error).toMatch(/^monetary must be a number from 0 to 5000, not /);
  });

  it('takes any finite number where no limits are known', () => {
    expect(read(',', ['free'], ['-1e300'])?.features).toEqual({ free: -1e300 });
    expect(read(',', ['free'], ['1e999'])?.error).toBe('free must be a number, not Infinity.');
  });

  it('leaves out empty cells, and says when nothing is left', () => {
    expect(read(',', ['monetary', 'delay_days'], ['', '-3'])).toEqual({ row: 2, features: { delay_days: -3 } });
    expect(read(',', ['monetary'], [''])?.error).toContain('no feature');
    expect(read(',', ['customer_id', 'monetary'], ['x', ''])).toEqual({ row: 2, customer: 'x' });
    expect(read(',', ['customer_id', 'monetary'], ['', '3'])?.error).toBe('customer_id is empty.');
  });

  it('refuses rows with too few or too many cells', () => {
    expect(read(',', ['monetary'], ['1', '2'])?.error).toBe('The row has 2 cells, the header has 1.');
    expect(read(',', ['monetary', 'free'], ['1'])?.error).toBe('The row has 1 cells, the header has 2.');
  });
});
