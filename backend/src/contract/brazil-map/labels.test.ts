import { labelEdges, labelHeight } from './labels';

const LINES = [
  { text: 'SP', size: 10, strong: true },
  { text: '1,234', size: 5, strong: false },
];

describe('a label on a map', () => {
  it('is as high as its lines', () => {
    expect(labelHeight(LINES)).toBeCloseTo(18);
    expect(labelHeight([])).toBe(0);
  });

  it('has its edges around its middle, as wide as the widest line and some air', () => {
    const edges = labelEdges(LINES, [100, 50], ({ text }) => text.length * 4);
    expect(edges).toEqual([
      [88, 41],
      [88, 59],
      [100, 41],
      [100, 59],
      [112, 41],
      [112, 59],
    ]);
  });
});
