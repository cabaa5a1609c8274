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

/** An equal-area projection that fits a state, or all of Brazil, into a box in pixels, and cuts off what lies outside. */
export function projectionFor({ width, height }: Box, extent: Extent): GeoProjection {
  // The outlines' points lie close enough together that none need be added between them.
  const projection = geoConicEqualArea().rotate([MERIDIAN, 0]).parallels(PARALLELS).precision(0);
  const shown = extent === null ? undefined : shapeOf(extent);
  const corners: [[number, number], [number, number]] = [
    [PADDING, PADDING],
    [Math.max(width - PADDING, PADDING + 1), Math.max(height - PADDING, PADDING + 1)],
  ];
  const fitted = projection.fitExtent(corners, shown ?? { type: 'FeatureCollection', features: [...STATE_SHAPES] });
  // A little more than the box, so that no border is drawn along its edges.
  return fitted.clipExtent([
    [-PADDING, -PADDING],
    [width + PADDING, height + PADDING],
  ]);
}

/** The outline of each state as the `d` of an SVG path, by code; without those that lie outside. */
export function outlinesOf(projection: GeoProjection): Map<string, string> {
  const path = geoPath(projection).digits(1);
  const outlines = STATE_SHAPES.map((shape) => [shape.properties.state, path(shape) ?? ''] as const);
  return new Map(outlines.filter(([, outline]) => outline !== ''));
}
