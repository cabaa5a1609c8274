import { stateShapes, type Degrees } from '../../../../contract';

export type Point = readonly [x: number, y: number];

export interface Box {
  width: number;
  height: number;
}

/** A state as it is drawn: rings of points in the units of the picture. */
export interface StateRings {
  state: string;
  rings: readonly (readonly Point[])[];
}

export interface Projected {
  states: readonly StateRings[];
  place: (at: Degrees) => Point;
}

const PADDING = 8;
/** The meridian and the parallels at which the equal-area cone for Brazil is true to scale: as the panel has it. */
const MERIDIAN = -54;
const PARALLELS = [-2, -24] as const;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const [SOUTH, NORTH] = [Math.sin(radians(PARALLELS[1])), Math.sin(radians(PARALLELS[0]))];
const CONE = (SOUTH + NORTH) / 2;
const BASE = 1 + SOUTH * NORTH;

/** Albers' equal-area conic projection: areas on the map compare as they do on the ground. */
function conic([longitude, latitude]: Degrees): Point {
  const radius = Math.sqrt(BASE - 2 * CONE * Math.sin(radians(latitude))) / CONE;
  const angle = CONE * radians(longitude - MERIDIAN);
  return [radius * Math.sin(angle), radius * Math.cos(angle)];
}

/** The states in a box that all of Brazil fills, or the one state that is looked at; what lies outside is cut off there. */
export function projectInto({ width, height }: Box, extent: string | null): Projected {
  const shapes = stateShapes().map(({ id, geometry }) => ({ id, rings: geometry.coordinates.flat() }));
  const looked = shapes.filter(({ id }) => extent === null || id === extent);
  const points = looked.flatMap(({ rings }) => rings.flat().map(conic));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * PADDING) / (east - west), (height - 2 * PADDING) / (bottom - top));
  const place = (at: Degrees): Point => {
    const [x, y] = conic(at);
    return [width / 2 + (x - (west + east) / 2) * scale, height / 2 + (y - (top + bottom) / 2) * scale];
  };
  const states = shapes.map(({ id, rings }) => ({ state: id, rings: rings.map((ring) => ring.map(place)) }));
  return { states: states.filter(({ rings }) => isSeen(rings.flat(), { width, height })), place };
}

/** Whether anything of a state can lie in the box, by the box around it. */
function isSeen(points: readonly Point[], { width, height }: Box): boolean {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return Math.max(...xs) > 0 && Math.min(...xs) < width && Math.max(...ys) > 0 && Math.min(...ys) < height;
}

/** Steps smaller than this cannot be seen, and only make a mail larger. */
const STEP = 0.6;

/** Rings as the `d` of an SVG path. */
export function pathOf(rings: StateRings['rings']): string {
  return rings.map((ring) => `M${thinned(ring).map(written).join('L')}Z`).join('');
}

const written = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Neighbours share their points, and begin and end at others: each point is kept or dropped by where it lies alone. */
function thinned(ring: readonly Point[]): readonly Point[] {
  let last: Point | undefined;
  const kept = ring.filter((point) => {
    const cell: Point = [Math.round(point[0] / STEP), Math.round(point[1] / STEP)];
    const isNew = last === undefined || cell[0] !== last[0] || cell[1] !== last[1];
    last = cell;
    return isNew;
  });
  return kept.length > 2 ? kept : ring;
}
