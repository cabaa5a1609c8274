import { geoConicEqualArea, geoPath, type GeoProjection } from 'd3-geo';
import { shapeOf, STATE_SHAPES } from '../shapes/stateShapes';

/** What the picture shows: a state by its code, or all of Brazil. */
export type Extent = string | null;

export interface Box {
  width: number;
  height: number;
}

const PADDING = 8;
/** The meridian and the parallels at which the equal-area cone for Brazil is true to scale. */
const MERIDIAN = 54;
const PARALLELS: [number, number] = [-2, -24];

/** An equal-area projection that fits a state, or all of Brazil, into a box in pixels. */
export function projectionFor({ width, height }: Box, extent: Extent): GeoProjection {
  const projection = geoConicEqualArea().rotate([MERIDIAN, 0]).parallels(PARALLELS);
  const shown = extent === null ? undefined : shapeOf(extent);
  const corners: [[number, number], [number, number]] = [
    [PADDING, PADDING],
    [Math.max(width - PADDING, PADDING + 1), Math.max(height - PADDING, PADDING + 1)],
  ];
  return projection.fitExtent(
    corners,
    shown ?? {
      type: 'FeatureCollection',
      features: [...STATE_SHAPES],
    },
  );
}

/** The outline of each state as the `d` of an SVG path, by code; without those that lie outside the box. */
export function outlinesOf(projection: GeoProjection, { width, height }: Box): Map<string, string> {
  // A little more than the box, so that no border is drawn along its edges.
  const clipped = projection.clipExtent([
    [-PADDING, -PADDING],
    [width + PADDING, height + PADDING],
  ]);
  const path = geoPath(clipped).digits(1);
  const outlines = STATE_SHAPES.map((shape) => [shape.properties.state, path(shape) ?? ''] as const);
  return new Map(outlines.filter(([, outline]) => outline !== ''));
}
