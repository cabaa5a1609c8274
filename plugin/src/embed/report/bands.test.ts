import { placePanels } from '../layout/grid';
import { bandsOf } from './bands';

const item = (id: number, x: number, y: number, w: number, h: number) => ({
  id,
  gridPos: { x, y, w, h },
  minimumWidth: 0,
});

it('cuts between rows of panels, and never through one', () => {
  const layout = placePanels(
    [item(1, 0, 0, 24, 4), item(2, 0, 4, 12, 10), item(3, 12, 4, 12, 5), item(4, 12, 9, 12, 5)],
    1000,
  );
  const bands = bandsOf(layout);
  expect(bands.map(({ boxes }) => [...boxes.keys()])).toEqual([[1], [2, 3, 4]]);
  expect(bands.reduce((sum, { height }) => sum + height, 0)).toBe(layout.height + 8);
  expect(bands[1]?.boxes.get(2)?.y).toBe(0);
  expect(bands[1]?.boxes.get(4)?.y).toBe(5 * 38);
});

it('is nothing for nothing', () => {
  expect(bandsOf(placePanels([], 1000))).toEqual([]);
});
