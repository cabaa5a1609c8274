import { mix, readableOn } from '@contract';
import * as Plot from '@observablehq/plot';
import type { GrafanaTheme2 } from '@grafana/data';
import { ASIDE_SIZE } from './label';
import { styleOf } from './segmentStyle';
import type { AxisText, Tile } from './tile';

export interface Drawing {
  width: number;
  height: number;
  tiles: readonly Tile[];
  /** Places that are drawn as empty. */
  empty?: ReadonlyArray<Pick<Tile, 'left' | 'top' | 'width' | 'height'>>;
  axes?: readonly AxisText[];
  /** Segments that stand out; the others step back. None: all stand out. */
  selected: readonly string[];
}

const RADIUS = 3;
const STEP_BACK = 0.68;
const BAR = { height: 4, inset: 6 };

/** Draws tiles, their labels and axes as one SVG, one unit a pixel. */
export function drawPicture(drawing: Drawing, theme: GrafanaTheme2): SVGElement | HTMLElement {
  const { width, height, tiles } = drawing;
  const colors = new Map(tiles.map((tile) => [tile.key, colorOf(tile, drawing.selected, theme)]));
  const fill = (tile: Tile) => colors.get(tile.key) ?? theme.colors.background.secondary;
  return Plot.plot({
    width,
    height,
    margin: 0,
    style: { background: 'transparent', fontFamily: theme.typography.fontFamily, overflow: 'visible' },
    x: { axis: null, domain: [0, width], range: [0, width] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    color: { type: 'identity' },
    marks: [
      emptyMark(drawing, theme),
      tileMark(tiles, fill),
      ...barMarks(tiles, fill),
      ...labelMarks(tiles, fill),
      axisMark(drawing, theme),
    ],
  });
}

function colorOf(tile: Tile, selected: readonly string[], theme: GrafanaTheme2): string {
  const { color } = styleOf(tile.segment);
  if (selected.length === 0 || selected.includes(tile.segment)) return color;
  return mix(color, theme.isDark ? '#181b1f' : '#ffffff', STEP_BACK);
}

function emptyMark({ empty = [] }: Drawing, theme: GrafanaTheme2) {
  return Plot.rect(empty, {
    x1: 'left',
    x2: (box) => box.left + box.width,
    y1: 'top',
    y2: (box) => box.top + box.height,
    fill: theme.colors.background.secondary,
    rx: RADIUS,
  });
}

function tileMark(tiles: readonly Tile[], fill: (tile: Tile) => string) {
  return Plot.rect(tiles, {
    x1: 'left',
    x2: (tile: Tile) => tile.left + tile.width,
    y1: 'top',
    y2: (tile: Tile) => tile.top + tile.height,
    fill,
    rx: RADIUS,
  });
}

function barMarks(tiles: readonly Tile[], fill: (tile: Tile) => string) {
  const room = (tile: Tile) => tile.width - 2 * BAR.inset;
  const shown = tiles.filter((tile) => tile.bar !== undefined && room(tile) > 12 && tile.height > 24);
  const bar = (share: (tile: Tile) => number, fillOpacity: number) =>
    Plot.rect(shown, {
      x1: (tile: Tile) => tile.left + BAR.inset,
      x2: (tile: Tile) => tile.left + BAR.inset + room(tile) * share(tile),
      y1: (tile: Tile) => tile.top + tile.height - BAR.inset,
      y2: (tile: Tile) => tile.top + tile.height - BAR.inset - BAR.height,
      fill: (tile: Tile) => readableOn(fill(tile)),
      fillOpacity,
      rx: BAR.height / 2,
    });
  return [bar(() => 1, 0.22), bar((tile) => tile.bar ?? 0, 0.85)];
}

/** One mark for each weight of text, which Plot sets for a whole mark. */
function labelMarks(tiles: readonly Tile[], fill: (tile: Tile) => string) {
  const lines = tiles.flatMap((tile) => tile.label.map((line) => ({ ...line, tile })));
  const asides = Plot.text(
    lines.filter(({ aside }) => aside !== undefined),
    {
      x: ({ tile }) => tile.left + tile.width - BAR.inset,
      y: ({ tile, offset }) => tile.top + offset,
      text: 'aside',
      fill: ({ tile }) => readableOn(fill(tile)),
      textAnchor: 'end',
      fontSize: ASIDE_SIZE,
    },
  );
  const byWeight = [...new Set(lines.map(({ weight }) => weight))].map((fontWeight) =>
    Plot.text(
      lines.filter(({ weight }) => weight === fontWeight),
      {
        x: ({ tile }) => tile.left + BAR.inset,
        y: ({ tile, offset }) => tile.top + offset,
        text: 'text',
        fill: ({ tile }) => readableOn(fill(tile)),
        textAnchor: 'start',
        fontSize: 'size',
        fontWeight,
      },
    ),
  );
  return [...byWeight, asides];
}

function axisMark({ axes = [] }: Drawing, theme: GrafanaTheme2) {
  return Plot.text(axes, {
    x: 'left',
    y: 'top',
    text: 'text',
    rotate: (axis: AxisText) => axis.rotate ?? 0,
    fill: theme.colors.text.secondary,
    fontSize: 12,
  });
}
