import { MOVED_FROM, SEGMENTS } from '@contract';
import { countOf } from '../data/lens';
import type { Flow } from '../data/model';
import { rankOf } from '../data/readMoves';
import type { Lens } from '../options';

/** A segment then or now; places in pixels of the picture. */
export interface FlowNode {
  key: string;
  side: 'from' | 'to';
  segment: string;
  customers: number;
  left: number;
  top: number;
  height: number;
}

/** A band between two nodes: along the middle from one place to the other, of one thickness. */
export interface Ribbon {
  flow: Flow;
  customers: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  thickness: number;
}

export interface FlowLayout {
  nodes: FlowNode[];
  /** The thickest first, so that thin ones are drawn over them. */
  ribbons: Ribbon[];
}

export const NODE_WIDTH = 10;
const GAP = { most: 12, share: 0.35 };
const LEAST = 1;

/**
 * Two columns of segments, each in its order from the best to the most endangered, and a ribbon for each flow between them,
 * all as thick as their customers are many: an alluvial diagram of two strata.
 *
 * @param inset room for labels on either side
 */
export function layout(
  flows: readonly Flow[],
  lens: Lens,
  box: { width: number; height: number; inset: number },
): FlowLayout {
  const counted = flows
    .map((flow) => ({ flow, customers: countOf(flow, lens) }))
    .filter(({ customers }) => customers > 0);
  const total = counted.reduce((sum, { customers }) => sum + customers, 0);
  if (total === 0) return { nodes: [], ribbons: [] };
  const columns = (['from', 'to'] as const).map((side) => {
    const order: readonly string[] = side === 'from' ? MOVED_FROM : SEGMENTS;
    const names = [...new Set(counted.map(({ flow }) => flow[side]))].sort(
      (a, b) => rankOf(order, a) - rankOf(order, b),
    );
    return { side, names, left: side === 'from' ? box.inset : box.width - box.inset - NODE_WIDTH };
  });
  const most = Math.max(...columns.map(({ names }) => names.length));
  const gap = most > 1 ? Math.min(GAP.most, (box.height * GAP.share) / (most - 1)) : 0;
  const scale = (box.height - gap * (most - 1)) / total;
  const nodes = columns.flatMap(({ side, names, left }) => {
    const spare = box.height - gap * (names.length - 1) - total * scale;
    let top = Math.max(0, spare / 2);
    return names.map((segment): FlowNode => {
      const customers = counted.reduce((sum, one) => sum + (one.flow[side] === segment ? one.customers : 0), 0);
      const height = customers * scale;
      const node = { key: `${side} ${segment}`, side, segment, customers, left, top, height: Math.max(LEAST, height) };
      top += height + gap;
      return node;
    });
  });
  return { nodes, ribbons: ribbonsOf(counted, nodes, scale) };
}

/** Ribbons leave and reach each node in the order of the nodes at their other ends. */
function ribbonsOf(
  counted: ReadonlyArray<{ flow: Flow; customers: number }>,
  nodes: readonly FlowNode[],
  scale: number,
): Ribbon[] {
  const used = new Map<string, number>();
  const place = (side: 'from' | 'to', segment: string, thickness: number) => {
    const node = nodes.find((one) => one.side === side && one.segment === segment);
    if (!node) return { x: 0, y: 0 };
    const before = used.get(node.key) ?? 0;
    used.set(node.key, before + thickness);
    return { x: side === 'from' ? node.left + NODE_WIDTH : node.left, y: node.top + before + thickness / 2 };
  };
  // Flows come by their origin and then their end, so that both ends are used from the top down.
  const ribbons = counted.map(({ flow, customers }): Ribbon => {
    const thickness = customers * scale;
    const [start, end] = [place('from', flow.from, thickness), place('to', flow.to, thickness)];
    return { flow, customers, x0: start.x, y0: start.y, x1: end.x, y1: end.y, thickness };
  });
  return ribbons.sort((one, other) => other.thickness - one.thickness);
}

/** The path along the middle of a ribbon, for a stroke of its thickness. */
export function pathOf({ x0, y0, x1, y1 }: Ribbon): string {
  const middle = (x0 + x1) / 2;
  return `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`;
}
