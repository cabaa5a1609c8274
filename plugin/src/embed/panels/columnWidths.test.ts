import { columnWidths, type Column } from './columnWidths';

const number = (cells: number, rest: Partial<Column> = {}): Column => ({ head: 50, cells, canBeCut: false, ...rest });
const text = (cells: number, rest: Partial<Column> = {}): Column => ({ head: 50, cells, canBeCut: true, ...rest });
const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

it('gives what is configured, and what is left to all', () => {
  expect(columnWidths([number(40, { configured: 100 }), text(60, { configured: 200 })], 400)).toEqual([150, 250]);
});

it('does not cut a name or a number where too little is configured', () => {
  const [name, digits] = columnWidths([text(60, { head: 130, configured: 90 }), number(120, { configured: 80 })], 250);
  expect([name, digits]).toEqual([130, 120]);
});

it('gives spare room to the texts that are cut first', () => {
  expect(columnWidths([text(300, { configured: 200 }), number(50)], 350)).toEqual([300, 50]);
  expect(columnWidths([text(900), number(50)], 800)).toEqual([750, 50]);
});

it('takes what lacks from long texts, and never from numbers', () => {
  const widths = columnWidths([number(80), text(400), text(200)], 500);
  expect(widths[0]).toBe(80);
  expect(widths[1]).toBeLessThan(400);
  expect(total(widths)).toBeGreaterThan(495);
  expect(total(widths)).toBeLessThanOrEqual(500);
});

it('lets the table be scrolled where everything is at its least', () => {
  expect(columnWidths([number(80), text(400), text(60)], 100)).toEqual([80, 110, 60]);
});

it('takes a table without columns', () => {
  expect(columnWidths([], 500)).toEqual([]);
});
