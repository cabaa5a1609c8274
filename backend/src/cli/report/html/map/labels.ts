import {
  isInside,
  labelEdges,
  labelHeight,
  LABEL_LEADING,
  type LabelLine,
  type PlacedLabel,
} from '../../../../contract';
import type { Point, StateRings } from './projection';

/** About the width of a letter in parts of the font size; rather too wide, as it decides whether a label fits. */
const LETTER = 0.56;

const widthOf = ({ text, size }: LabelLine): number => text.length * size * LETTER;

/** How far from the middle of a state its label may stand: states are no boxes. */
const NEAR = [0, -6, 6, -12, 12];

/** The fullest of some labels that lies wholly inside a state, at its middle or close by; undefined where none does. */
export function placeLabel(
  { rings }: Pick<StateRings, 'rings'>,
  labels: readonly (readonly LabelLine[])[],
): PlacedLabel | undefined {
  const [x, y] = centreOf(rings);
  const centres = NEAR.flatMap((dy) => NEAR.map((dx): Point => [x + dx, y + dy]));
  const near = centres.sort(([ax, ay], [bx, by]) => Math.hypot(ax - x, ay - y) - Math.hypot(bx - x, by - y));
  for (const lines of labels) {
    const fits = near.find(([cx, cy]) =>
      labelEdges(lines, [cx, cy], widthOf).every((corner) => isInside(corner, rings)),
    );
    if (fits) return { x: fits[0], y: fits[1], lines };
  }
  return undefined;
}

/** The centre of gravity of what the rings enclose. */
function centreOf(rings: StateRings['rings']): Point {
  let [area, x, y] = [0, 0, 0];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1] ?? [0, 0];
      const [bx, by] = ring[i] ?? [0, 0];
      const part = ax * by - bx * ay;
      area += part;
      x += (ax + bx) * part;
      y += (ay + by) * part;
    }
  }
  return [x / (3 * area), y / (3 * area)];
}

/** The lines of a label as SVG, in a class that colours them. */
export function labelSvg({ x, y, lines }: PlacedLabel, className: string): string {
  let top = y - labelHeight(lines) / 2;
  const texts = lines.map(({ text, size, strong }) => {
    top += size * LABEL_LEADING;
    const weight = strong ? ' font-weight="600"' : '';
    return `<tspan x="${x.toFixed(1)}" y="${(top - size * 0.3).toFixed(1)}" font-size="${size}"${weight}>${text}</tspan>`;
  });
  return `<text text-anchor="middle" ${className}>${texts.join('')}</text>`;
}
