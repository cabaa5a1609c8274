import { cellAfter, cellAt, type Cell } from './cellMoves';

/** Three rows, the last of which is short: `row.column`. */
const CELLS: Cell[] = ['0.0', '0.1', '0.2', '1.0', '1.1', '2.2'].map((key) => {
  const [row = 0, column = 0] = key.split('.').map(Number);
  return { key, row, column, left: column * 10, top: row * 20, width: 9, height: 19 };
});
const cell = (key: string) => CELLS.find((one) => one.key === key)!;

describe('moving among cells', () => {
  it.each([
    ['0.0', 'ArrowRight', '0.1'],
    ['0.2', 'ArrowRight', '0.2'],
    ['0.1', 'ArrowLeft', '0.0'],
    ['0.1', 'ArrowDown', '1.1'],
    ['0.2', 'ArrowDown', '1.1'],
    ['1.0', 'ArrowDown', '2.2'],
    ['2.2', 'ArrowDown', '2.2'],
    ['2.2', 'ArrowUp', '1.1'],
    ['0.1', 'Home', '0.0'],
    ['0.0', 'End', '0.2'],
  ])('from %s by %s leads to %s', (from, key, to) => {
    expect(cellAfter(CELLS, cell(from), key)?.key).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(cellAfter(CELLS, cell('0.0'), 'a')).toBeUndefined();
  });
});

it('finds the cell at a place, and none between them', () => {
  expect(cellAt(CELLS, 12, 21)?.key).toBe('1.1');
  expect(cellAt(CELLS, 19.5, 21)).toBeUndefined();
  expect(cellAt(CELLS, -1, 0)).toBeUndefined();
});
