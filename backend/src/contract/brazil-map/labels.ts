/** A line of a label on a map; its size in the units of the picture. */
export interface LabelLine {
  text: string;
  size: number;
  strong: boolean;
}

/** A label with the place of its middle. */
export interface PlacedLabel {
  x: number;
  y: number;
  lines: readonly LabelLine[];
}

/** Height of a line in parts of its font size. */
export const LABEL_LEADING = 1.2;
const AIR = 2;

/** Height of a label in the units of the picture. */
export const labelHeight = (lines: readonly LabelLine[]): number =>
  lines.reduce((sum, { size }) => sum + size * LABEL_LEADING, 0);

/** The corners of the box around a label with its middle at a point, and the middles of its long sides. */
export function labelEdges(
  lines: readonly LabelLine[],
  [x, y]: readonly [number, number],
  widthOf: (line: LabelLine) => number,
): Array<[number, number]> {
  const wide = Math.max(...lines.map(widthOf)) / 2 + AIR;
  const tall = labelHeight(lines) / 2;
  return [-1, 0, 1].flatMap((side): Array<[number, number]> => [
    [x + side * wide, y - tall],
    [x + side * wide, y + tall],
  ]);
}
