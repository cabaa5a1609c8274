import { arrange } from './arrange';

describe('small pictures', () => {
  it('fill their rows evenly', () => {
    expect(arrange(6, 0, 1000, 500)).toMatchObject({ columns: 3, scrolls: false });
    expect(arrange(1, 0, 1000, 500)).toMatchObject({ columns: 1, cell: { width: 1000, height: 500 } });
  });

  it('stay readable and scroll where they are many', () => {
    const { columns, cell, scrolls } = arrange(27, 0, 1000, 400);
    expect({ columns, scrolls }).toEqual({ columns: 4, scrolls: true });
    expect(cell.height).toBeGreaterThan(100);
    expect(cell.width * columns + 12 * (columns - 1)).toBeLessThanOrEqual(1000);
  });

  it('fit three rows into a panel of half a page of 1024 px', () => {
    const { columns, cell, scrolls } = arrange(6, 0, 476, 350);
    expect({ columns, scrolls }).toEqual({ columns: 2, scrolls: false });
    expect(3 * cell.height + 2 * 12).toBeLessThanOrEqual(350);
  });

  it.each([300, 350, 400, 470, 520])(
    'cut the last row in sight of %d px where they scroll, so that it shows',
    (height) => {
      const { cell, scrolls } = arrange(40, 4, 1000, height);
      expect(scrolls).toBe(true);
      const rows = (height + 12) / (cell.height + 12);
      expect(rows % 1).toBeGreaterThan(0.2);
      expect(rows % 1).toBeLessThan(0.8);
    },
  );

  it('stand one above the other on a telephone', () => {
    expect(arrange(4, 0, 380, 600).columns).toBe(1);
  });

  it('keep the columns asked for, as far as they can be read', () => {
    expect(arrange(6, 2, 1000, 500).columns).toBe(2);
    expect(arrange(2, 8, 1000, 500).columns).toBe(2);
    expect(arrange(27, 8, 380, 500).columns).toBe(2);
  });
});
