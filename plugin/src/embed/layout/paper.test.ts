import { rowsOnPaper } from './paper';

it.each([
  [0, 0],
  [15, 15],
  [21, 21],
  [22, 15],
  [1_000, 15],
])('of %d rows %d are on paper', (rows, shown) => {
  expect(rowsOnPaper(rows)).toBe(shown);
});
