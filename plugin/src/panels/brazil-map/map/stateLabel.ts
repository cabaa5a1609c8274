import { isInside, type StateShape } from '@contract';
import { geoPath, type GeoProjection } from 'd3-geo';
import { textWidth } from '../../../components/picture/textWidth';

export interface LabelLine {
  text: string;
  size: number;
  strong: boolean;
}

export interface PlacedLabel {
  x: number;
  /** The middle of the whole label. */
  y: number;
  lines: LabelLine[];
}

const LEADING = 1.2;
const AIR = 2;

/** The fullest of some labels that lies wholly inside a state, at its middle; undefined where none does. */
export function placeLabel(
  shape: StateShape,
  projection: GeoProjection,
  labels: readonly LabelLine[][],
): PlacedLabel | undefined {
  const [x, y] = geoPath(projection).centroid(shape);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const lines = labels.find((label) => edges(label, x, y).every((point) => isOver(point, shape, projection)));
  return lines && { x, y, lines };
}

/** Height of a label in pixels. */
export const labelHeight = (lines: readonly LabelLine[]): number =>
  lines.reduce((sum, { size }) => sum + size * LEADING, 0);

/** The corners of the box around a label, and the middles of its long sides. */
function edges(lines: readonly LabelLine[], x: number, y: number): Array<[number, number]> {
  const wide = Math.max(...lines.map(({ text, size }) => textWidth(text, size))) / 2 + AIR;
  const tall = labelHeight(lines) / 2;
  return [-1, 0, 1].flatMap((side): Array<[number, number]> => [
    [x + side * wide, y - tall],
    [x + side * wide, y + tall],
  ]);
}

function isOver(point: [number, number], shape: StateShape, projection: GeoProjection): boolean {
  const place = projection.invert?.(point);
  return place !== undefined && place !== null && isInside(place, shape.geometry.coordinates.flat());
}
