import { stateShapes, type StateShape } from '@contract';

/** The states of Brazil with their outlines in degrees (longitude, latitude), by code. */
export const STATE_SHAPES: readonly StateShape[] = stateShapes();

/** The outline of a state by its code; undefined for a code that is none of Brazil's. */
export const shapeOf = (state: string): StateShape | undefined =>
  STATE_SHAPES.find(({ properties }) => properties.state === state);
