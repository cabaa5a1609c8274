import { heightOf, placePanels, rowsToPx, type GridItem } from './grid';

const item = (id: number, x: number, y: number, w: number, h: number, rest: Partial<GridItem> = {}): GridItem => ({
  id,
  gridPos: { x, y, w, h },
  minimumWidth: 100,
  ...rest,
});

describe('a wide page', () => {
  it('keeps the places that the dashboard gives, with gaps of 8 px', () => {
    const { boxes, height } = placePanels([item(1, 0, 0, 12, 4), item(2, 12, 0, 12, 4), item(3, 0, 4, 24, 2)], 1200);
    expect(boxes.get(1)).toEqual({ x: 0, y: 0, width: 596, height: 144 });
    expect(boxes.get(2)).toEqual({ x: 604, y: 0, width: 596, height: 144 });
    expect(boxes.get(3)).toEqual({ x: 0, y: 152, width: 1200, height: 68 });
    expect(height).toBe(220);
  });

  it('closes vertical gaps, as Grafana does', () => {
    const { boxes } = placePanels([item(1, 0, 0, 24, 1), item(2, 0, 30, 24, 1)], 1000);
    expect(boxes.get(2)?.y).toBe(38);
  });

  it('keeps two stacked panels beside a tall one', () => {
    const { boxes } = placePanels([item(1, 0, 0, 12, 8), item(2, 12, 0, 12, 4), item(3, 12, 4, 12, 4)], 1200);
    expect(boxes.get(3)).toEqual({ x: 604, y: 152, width: 596, height: 144 });
    expect(boxes.get(1)?.height).toBe(rowsToPx(8));
  });

  it('ends panels side by side on one line, whatever they need', () => {
    const [tall, short] = [item(1, 0, 0, 16, 9, { neededHeight: 500 }), item(2, 16, 0, 8, 9)];
    expect(placePanels([tall, short], 1200).boxes.get(2)?.height).toBe(500);
    const shrunk = { mayShrink: true };
    const tables = [
      item(1, 0, 0, 12, 11, { neededHeight: 90, ...shrunk }),
      item(2, 12, 0, 12, 11, { neededHeight: 130, ...shrunk }),
    ];
    const { boxes, height } = placePanels(tables, 1200);
    expect([...boxes.values()].map((box) => box.height)).toEqual([130, 130]);
    expect(height).toBe(130);
  });

  it('lets end higher what the dashboard ends higher', () => {
    const { boxes } = placePanels([item(1, 0, 0, 12, 8), item(2, 12, 0, 12, 4)], 1200);
    expect(boxes.get(2)?.height).toBe(rowsToPx(4));
  });

  it('pushes down what stands below a panel that needs more height, and nothing else', () => {
    const tall = item(1, 0, 0, 12, 2, { neededHeight: 100 });
    const { boxes } = placePanels([tall, item(2, 12, 0, 12, 4), item(3, 0, 2, 12, 2)], 1200);
    expect(boxes.get(1)?.height).toBe(100);
    expect(boxes.get(3)?.y).toBe(108);
    expect(boxes.get(2)?.y).toBe(0);
  });
});

it('takes the room of a panel without anything to show where nothing stands beside it', () => {
  const [alone, beside] = [item(1, 0, 0, 24, 39, { isEmpty: true }), item(2, 0, 39, 12, 9, { isEmpty: true })];
  const { boxes } = placePanels([alone, beside, item(3, 12, 39, 12, 9)], 1200);
  expect(boxes.get(1)?.height).toBe(200);
  expect(boxes.get(2)).toEqual({ x: 0, y: 208, width: 596, height: rowsToPx(9) });
  expect(heightOf(item(1, 0, 0, 24, 3, { isEmpty: true }))).toBe(rowsToPx(3));
});

describe('a narrow page', () => {
  it('lets rows of equal figures flow as one, so that none is left over', () => {
    const six = Array.from({ length: 6 }, (_, i) => item(i, 8 * (i % 3), 4 * Math.floor(i / 3), 8, 4));
    const { boxes } = placePanels([...six, item(9, 0, 8, 24, 2)], 300);
    expect(six.map(({ id }) => boxes.get(id)?.width)).toEqual([146, 146, 146, 146, 146, 146]);
    expect(boxes.get(9)?.y).toBe(3 * (rowsToPx(4) + 8));
  });

  const eight = Array.from({ length: 8 }, (_, i) => item(i, 3 * i, 0, 3, 4, { minimumWidth: 150 }));

  it('shares lines evenly among panels of the same size', () => {
    const { boxes } = placePanels(eight, 992);
    expect([...boxes.values()].map(({ y }) => y)).toEqual([0, 0, 0, 0, 152, 152, 152, 152]);
    expect(boxes.get(0)?.width).toBe(242);
  });

  it('fills each line to its whole width', () => {
    const { boxes } = placePanels(eight.slice(0, 5), 404);
    const last = boxes.get(4);
    expect(last).toEqual({ x: 0, y: 304, width: 404, height: 144 });
  });

  it('puts panels that are too wide for it one below the other, in reading order', () => {
    const chart = { minimumWidth: 300 };
    const { boxes } = placePanels([item(2, 16, 0, 8, 9, chart), item(1, 0, 0, 16, 9, chart)], 404);
    expect(boxes.get(1)).toEqual({ x: 0, y: 0, width: 404, height: 334 });
    expect(boxes.get(2)).toEqual({ x: 0, y: 342, width: 404, height: 334 });
  });

  it('never makes a panel wider than the page, however much it would like', () => {
    const { boxes } = placePanels([item(1, 0, 0, 24, 2, { minimumWidth: 900 })], 320);
    expect(boxes.get(1)?.width).toBe(320);
  });
});

it('needs no height for no panels', () => {
  expect(placePanels([], 1000)).toEqual({ boxes: new Map(), height: 0 });
});

it('never lowers a panel below its grid height, but one that may shrink', () => {
  expect(heightOf(item(1, 0, 0, 1, 2, { neededHeight: 10 }))).toBe(68);
  expect(heightOf(item(1, 0, 0, 24, 2, { neededHeight: 10, mayShrink: true }))).toBe(10);
  expect(heightOf(item(1, 0, 0, 24, 2, { mayShrink: true }))).toBe(68);
  expect(heightOf(item(1, 0, 0, 24, 2, { neededHeight: 100, mayShrink: true }))).toBe(100);
});
