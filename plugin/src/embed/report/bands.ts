import { GAP, type Box, type Layout } from '../layout/grid';

/** Panels that stand side by side: what a page break must not part. */
export interface Band {
  /** Places from the band's upper left corner, by the panel's id. */
  boxes: ReadonlyMap<number, Box>;
  /** In px, with the gap below it. */
  height: number;
}

/** The layout cut at every height at which no panel is cut. */
export function bandsOf({ boxes }: Layout): Band[] {
  const sorted = [...boxes].sort(([, a], [, b]) => a.y - b.y);
  const bands: { top: number; bottom: number; boxes: [number, Box][] }[] = [];
  for (const [id, box] of sorted) {
    const last = bands[bands.length - 1];
    const bottom = box.y + box.height;
    if (last && box.y < last.bottom) {
      last.boxes.push([id, box]);
      last.bottom = Math.max(last.bottom, bottom);
    } else {
      bands.push({ top: box.y, bottom, boxes: [[id, box]] });
    }
  }
  return bands.map(({ top, bottom, boxes: inside }) => ({
    boxes: new Map(inside.map(([id, box]) => [id, { ...box, y: box.y - top }])),
    height: bottom - top + GAP,
  }));
}
