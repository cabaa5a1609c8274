import { isInside, labelEdges, type LabelLine, type PlacedLabel, type StateShape } from '@contract';
import { geoPath, type GeoProjection } from 'd3-geo';
import { textWidth } from '../../../components/picture/textWidth';

const widthOf = ({ text, size }: LabelLine): number => textWidth(text, size);

/** The fullest of some labels that lies wholly inside a state, at its middle; undefined where none does. */
export function placeLabel(
  shape: StateShape,
  projection: GeoProjection,
  labels: readonly (readonly LabelLine[])[],
): PlacedLabel | undefined {
  const [x, y] = geoPath(projection).centroid(shape);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const lines = labels.find((label) =>
    labelEdges(label, [x, y], widthOf).every((point) => isOver(point, shape, projection)),
  );
  return lines && { x, y, lines };
}

function isOver(point: [number, number], shape: StateShape, projection: GeoProjection): boolean {
  const place = projection.invert?.(point);
  return place !== undefined && place !== null && isInside(place, shape.geometry.coordinates.flat());
}
