import { NOT_YET, SEGMENTS } from '@contract';
import { readMoves } from '../data/readMoves';
import { moveRow, movesFrame, SHOP, type MoveRow } from '../testing/frames';
import { apart, labelsOf } from './labels';
import { layout } from './layout';

const BOX = { width: 800, height: 400, inset: 150 };

function flowsOf(rows: readonly MoveRow[]) {
  const reading = readMoves([movesFrame(rows)]);
  return reading.state === 'ready' ? reading.model.flows : [];
}

const EVERY = [...SEGMENTS, NOT_YET].flatMap((from, i) => SEGMENTS.map((to, j) => moveRow(from, to, 1 + i * j)));

describe('the layout of the flow', () => {
  it.each([
    ['a small shop', SHOP],
    ['every flow that there is', EVERY],
  ])('keeps nodes of %s inside, apart and as high as their customers', (_, rows) => {
    const { nodes } = layout(flowsOf(rows), 'all', BOX);
    for (const side of ['from', 'to']) {
      const own = nodes.filter((node) => node.side === side);
      // Those of next to nobody are a pixel high, so that they can be seen.
      const seen = own.filter(({ height }) => height > 1);
      const heights = seen.map(({ height, customers }) => height / customers);
      expect(Math.max(...heights) / Math.min(...heights)).toBeLessThan(1.001);
      own.slice(1).forEach((node, i) => {
        const above = own[i];
        expect(node.top).toBeGreaterThanOrEqual((above?.top ?? 0) + (above?.height ?? 0));
      });
      const last = own.at(-1);
      expect((last?.top ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(BOX.height + 1);
    }
  });

  it('stands the segments from the best to the most endangered, and nobody last', () => {
    const { nodes } = layout(flowsOf(EVERY), 'all', BOX);
    const names = (side: string) => nodes.filter((node) => node.side === side).map(({ segment }) => segment);
    expect(names('from')).toEqual([...SEGMENTS, NOT_YET]);
    expect(names('to')).toEqual(SEGMENTS);
  });

  it('fills each node with its ribbons, in the order of their other ends', () => {
    const { nodes, ribbons } = layout(flowsOf(EVERY), 'all', BOX);
    for (const node of nodes.filter(({ customers }) => customers > 20)) {
      const own = ribbons.filter(({ flow }) => flow[node.side] === node.segment);
      const thick = own.reduce((sum, { thickness }) => sum + thickness, 0);
      expect(thick).toBeCloseTo(node.height, 6);
      const middles = own.map((ribbon) => (node.side === 'from' ? ribbon.y0 : ribbon.y1));
      expect(Math.min(...middles)).toBeGreaterThanOrEqual(node.top);
      expect(Math.max(...middles)).toBeLessThanOrEqual(node.top + node.height);
      const order = own.toSorted((a, b) => (node.side === 'from' ? a.y0 - b.y0 : a.y1 - b.y1));
      const ends = order.map((ribbon) => (node.side === 'from' ? ribbon.y1 : ribbon.y0));
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    }
  });

  it('counts by the lens, and draws nothing for nobody', () => {
    const flows = flowsOf(SHOP);
    expect(layout(flows, 'gone', BOX).ribbons.map(({ customers }) => customers)).toEqual([150]);
    expect(layout(flowsOf([moveRow('New', 'Lost', 5)]), 'up', BOX)).toEqual({ nodes: [], ribbons: [] });
  });
});

describe('labels', () => {
  it('never cover each other nor leave the picture, and those of the smallest go first', () => {
    const { nodes } = layout(flowsOf(EVERY), 'all', BOX);
    const all = labelsOf(nodes, BOX.height, 184).filter(({ anchor }) => anchor === 'end');
    expect(all).toHaveLength(12);
    all.slice(1).forEach(({ y }, i) => expect(y - (all[i]?.y ?? 0)).toBeGreaterThanOrEqual(14.999));
    expect(labelsOf(nodes, 60, 150)).toHaveLength(8);
  });

  it('drop the numbers where there is little room', () => {
    const { nodes } = layout(flowsOf(SHOP), 'all', BOX);
    expect(labelsOf(nodes, 400, 90).every(({ count }) => count === '')).toBe(true);
    expect(labelsOf(nodes, 400, 120).map(({ name }) => name)).toContain('About to sleep');
  });

  it('stay where they are when there is room', () => {
    expect(apart([20, 60, 100], 200)).toEqual([20, 60, 100]);
    expect(apart([0, 1, 199], 200)).toEqual([7.5, 22.5, 192.5]);
    expect(apart([198, 199], 200)).toEqual([177.5, 192.5]);
  });
});
