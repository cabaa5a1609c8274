import type { PlacedLine } from './label';

/** A rectangle of the picture that stands for a segment or a part of one; positions in pixels from the top left corner. */
export interface Tile {
  key: string;
  segment: string;
  left: number;
  top: number;
  width: number;
  height: number;
  label: PlacedLine[];
  /** Share of the tile's width, 0 to 1, that a bar at its bottom takes; without it there is no bar. */
  bar?: number;
  /** What a screen reader says. */
  description: string;
  /** What is shown beside the pointer or the focused tile. */
  facts: Fact[];
}

export interface Fact {
  name: string;
  value: string;
}

/** A text beside the tiles, such as a score on an axis. */
export interface AxisText {
  text: string;
  left: number;
  top: number;
  /** Degrees, clockwise. */
  rotate?: number;
  strong?: boolean;
}
