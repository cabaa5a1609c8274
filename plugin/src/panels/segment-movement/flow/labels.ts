import { fitText } from '../../../components/picture/fitText';
import { formatCount } from '../../../format/numbers';
import { segmentText } from '../wording';
import type { FlowNode } from './layout';

/** A node's label beside it; places in pixels of the picture. */
export interface NodeLabel {
  key: string;
  name: string;
  count: string;
  x: number;
  /** The middle of the line. */
  y: number;
  anchor: 'start' | 'end';
}

export const FONT = 12;
const LINE = 15;
const BESIDE = 6;
const COUNT_FITS = 170;

/**
 * A label for each node of a side, moved apart where they would cover each other; where not all find room, those of the
 * smallest nodes are left out.
 *
 * @param room width for a label, in pixels
 */
export function labelsOf(nodes: readonly FlowNode[], height: number, room: number): NodeLabel[] {
  return (['from', 'to'] as const).flatMap((side) => {
    const most = Math.max(1, Math.floor(height / LINE));
    const largest = nodes
      .filter((node) => node.side === side)
      .toSorted((one, other) => other.customers - one.customers)
      .slice(0, most)
      .toSorted((one, other) => one.top - other.top);
    const middles = apart(
      largest.map(({ top, height: own }) => top + own / 2),
      height,
    );
    return largest.map((node, i): NodeLabel => {
      const count = room >= COUNT_FITS ? formatCount(node.customers) : '';
      const left = count === '' ? room - BESIDE : room - BESIDE - (count.length + 1) * FONT * 0.6;
      return {
        key: node.key,
        name: fitText(segmentText(node.segment), left, FONT),
        count,
        x: side === 'from' ? node.left - BESIDE : node.left + 10 + BESIDE,
        y: middles[i] ?? 0,
        anchor: side === 'from' ? 'end' : 'start',
      };
    });
  });
}

/** Places at least a line apart and inside the height, in the same order and as near to where they were as that allows. */
export function apart(places: readonly number[], height: number): number[] {
  let least = LINE / 2;
  const down = places.map((place) => {
    const moved = Math.max(place, least);
    least = moved + LINE;
    return moved;
  });
  let most = height - LINE / 2;
  return down
    .toReversed()
    .map((place) => {
      const moved = Math.min(place, most);
      most = moved - LINE;
      return moved;
    })
    .toReversed();
}
