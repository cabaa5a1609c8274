import type { GridPos } from '../model/dashboard';
import { placeFlowing } from './flow';

/** Grafana's grid: 24 columns, rows of 30 px, 8 px between panels. */
export const COLUMNS = 24;
export const ROW_HEIGHT = 30;
export const GAP = 8;

export interface GridItem {
  id: number;
  gridPos: GridPos;
  /** Least readable width in px. */
  minimumWidth: number;
  /** Height in px that the content needs, where it is known to need more than the grid gives. */
  neededHeight?: number;
  /** It has nothing to show, but a sentence that says so. */
  isEmpty?: boolean;
  /** It gives back what its content does not need. */
  mayShrink?: boolean;
}

/** A place on the page in px, from the section's upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  boxes: ReadonlyMap<number, Box>;
  /** Of all panels together, in px. */
  height: number;
}

/**
 * Where each panel of a section stands when the section is `width` px wide. Panels stay where the dashboard put them as
 * long as each of its band (panels that overlap vertically) can be read at that width; else the band flows into lines.
 */
export function placePanels(items: readonly GridItem[], width: number): Layout {
  const boxes = new Map<number, Box>();
  let top = 0;
  for (const { band, fits } of joinAlike(bands(items).map((band) => ({ band, fits: fitsInto(band, width) })))) {
    const placed = fits ? placeOnGrid(band, width) : placeFlowing(band, width);
    let bottom = 0;
    for (const [id, box] of placed) {
      boxes.set(id, { ...box, y: box.y + top });
      bottom = Math.max(bottom, box.y + box.height);
    }
    top += bottom + GAP;
  }
  return { boxes, height: Math.max(0, top - GAP) };
}

interface Row {
  band: readonly GridItem[];
  /** Each of its panels can be read in its place. */
  fits: boolean;
}

function fitsInto(band: readonly GridItem[], width: number): boolean {
  return band.every((item) => columnsToPx(item.gridPos.w, width) >= Math.min(item.minimumWidth, width));
}

/** Rows of equal panels that have no room flow as one: six figures in two rows become three pairs, with none left over. */
function joinAlike(rows: readonly Row[]): Row[] {
  return rows.reduce<Row[]>((joined, row) => {
    const last = joined[joined.length - 1];
    if (!last || last.fits || row.fits || !areAlike([...last.band, ...row.band])) return [...joined, row];
    return [...joined.slice(0, -1), { band: [...last.band, ...row.band], fits: false }];
  }, []);
}

function areAlike([first, ...others]: readonly GridItem[]): boolean {
  return others.every((item) => item.minimumWidth === first?.minimumWidth && item.gridPos.h === first.gridPos.h);
}

/** Height in px of a panel that is `h` grid rows high. */
export function rowsToPx(h: number): number {
  return h * ROW_HEIGHT + (h - 1) * GAP;
}

/** Height in px that is enough to say that there is nothing. */
const EMPTY_HEIGHT = 200;

/**
 * The height in px that a panel asks for: its grid height, or what its content needs if that is more (or it may shrink). One
 * that has a line of its own and nothing to show leaves its place to what is below.
 */
export function heightOf({ gridPos, neededHeight, isEmpty, mayShrink }: GridItem): number {
  if (isEmpty && gridPos.w === COLUMNS) return Math.min(rowsToPx(gridPos.h), EMPTY_HEIGHT);
  if (mayShrink && neededHeight !== undefined) return neededHeight;
  return Math.max(rowsToPx(gridPos.h), neededHeight ?? 0);
}

function columnsToPx(columns: number, width: number): number {
  return (columns * (width + GAP)) / COLUMNS - GAP;
}

/** Panels in reading order, grouped so that no panel of one group stands beside a panel of another. */
function bands(items: readonly GridItem[]): GridItem[][] {
  const sorted = [...items].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);
  const result: GridItem[][] = [];
  let bottom = -1;
  for (const item of sorted) {
    const { y, h } = item.gridPos;
    const band = result[result.length - 1];
    if (band && y < bottom) band.push(item);
    else result.push([item]);
    bottom = Math.max(bottom, y + h);
  }
  return result;
}

/**
 * On the dashboard's own columns; a panel that needs more height pushes down what stands below it. Panels that end on the
 * same line of the dashboard do so here too, however different the heights are that they need.
 */
function placeOnGrid(band: readonly GridItem[], width: number): Map<number, Box> {
  const boxes = new Map<number, Box>();
  const placed: { item: GridItem; bottom: number }[] = [];
  for (const item of band) {
    const { x, w } = item.gridPos;
    const above = placed.filter((other) => overlaps(other.item.gridPos, item.gridPos));
    const y = Math.max(0, ...above.map((other) => other.bottom + GAP));
    const height = heightOf(item);
    boxes.set(item.id, { x: (x * (width + GAP)) / COLUMNS, y, width: columnsToPx(w, width), height });
    placed.push({ item, bottom: y + height });
  }
  alignBottoms(boxes, band);
  return boxes;
}

function alignBottoms(boxes: Map<number, Box>, band: readonly GridItem[]): void {
  const bottomOf = ({ gridPos: { y, h } }: GridItem): number => y + h;
  const lowest = Math.max(...band.map(bottomOf));
  const bottom = Math.max(...[...boxes.values()].map(({ y, height }) => y + height));
  for (const { id } of band.filter((item) => bottomOf(item) === lowest)) {
    const box = boxes.get(id);
    if (box) boxes.set(id, { ...box, height: bottom - box.y });
  }
}

function overlaps(a: GridPos, b: GridPos): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w;
}
