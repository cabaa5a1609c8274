import { formatCountShort, formatMoney } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { GridCell, SegmentsModel } from '../data/model';
import type { Size } from '../options';
import { cellFacts, describe } from '../picture/facts';
import { fitLabel, type Line, type PlacedLine } from '../picture/label';
import { nameOf, styleOf } from '../picture/segmentStyle';
import type { AxisText, Tile } from '../picture/tile';

const SCORES = 5;
const GAP = 3;
const BAR_ROOM = 8;
const MARGIN = { left: 40, bottom: 40, top: 0, right: 0 };

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The place of a pair of scores: recency upwards, frequency to the right. */
export function cellBox(recency: number, frequency: number, width: number, height: number): Box {
  const step = {
    x: (width - MARGIN.left - MARGIN.right) / SCORES,
    y: (height - MARGIN.top - MARGIN.bottom) / SCORES,
  };
  return {
    left: MARGIN.left + (frequency - 1) * step.x,
    top: MARGIN.top + (SCORES - recency) * step.y,
    width: Math.max(1, step.x - GAP),
    height: Math.max(1, step.y - GAP),
  };
}

/** A tile for each pair of scores that customers have, with a bar for its part of the largest. */
export function gridTiles(model: SegmentsModel, size: Size, width: number, height: number): Tile[] {
  const cells = model.cells ?? [];
  const largest = Math.max(0, ...cells.map((cell) => cell[size]));
  return cells.map((cell) => {
    const box = cellBox(cell.recency, cell.frequency, width, height);
    const facts = cellFacts(cell, model);
    return {
      ...box,
      key: `${cell.recency}-${cell.frequency}`,
      segment: cell.segment,
      label: labelOf(cell, size, box),
      bar: largest > 0 ? Math.max(0, cell[size]) / largest : 0,
      description: describe(nameOf(cell.segment), styleOf(cell.segment).meaning, facts),
      facts,
    };
  });
}

/** The places of the pairs of scores that nobody has. */
export function emptyBoxes(cells: readonly GridCell[], width: number, height: number): Box[] {
  const taken = new Set(cells.map((cell) => `${cell.recency}-${cell.frequency}`));
  return scores().flatMap((recency) =>
    scores()
      .filter((frequency) => !taken.has(`${recency}-${frequency}`))
      .map((frequency) => cellBox(recency, frequency, width, height)),
  );
}

/** The scores along the axes, and what each axis says. */
export function axisTexts(width: number, height: number): AxisText[] {
  const middle = { x: MARGIN.left + (width - MARGIN.left) / 2, y: (height - MARGIN.bottom) / 2 };
  return [
    ...scores().map((score) => {
      const box = cellBox(score, 1, width, height);
      return { text: String(score), left: MARGIN.left - 12, top: box.top + box.height / 2 };
    }),
    ...scores().map((score) => {
      const box = cellBox(1, score, width, height);
      return { text: String(score), left: box.left + box.width / 2, top: height - MARGIN.bottom + 10 };
    }),
    {
      text: t('segments.axisRecency', 'Recency score: 5 bought last'),
      left: 10,
      top: middle.y,
      rotate: -90,
      strong: true,
    },
    {
      text: t('segments.axisFrequency', 'Frequency score: 5 bought most often'),
      left: middle.x,
      top: height - 9,
      strong: true,
    },
  ];
}

function scores(): number[] {
  return Array.from({ length: SCORES }, (_, index) => index + 1);
}

function labelOf(cell: GridCell, size: Size, { width, height }: Box): PlacedLine[] {
  const customers = formatCountShort(cell.customers);
  const revenue = formatMoney(cell.revenue);
  const [first, second] = size === 'customers' ? [customers, revenue] : [revenue, customers];
  const name: Line = { text: nameOf(cell.segment), size: 11, weight: 400 };
  const large: Line = { text: first, size: 16, weight: 600 };
  const labels: Line[][] = [
    [{ ...large, aside: second }, name],
    [{ ...large, aside: second }],
    [large, { text: second, size: 11, weight: 400 }],
    [{ ...large, size: 13, aside: second }],
    [large],
    [{ ...large, size: 12 }],
    [{ ...large, size: 10 }],
  ];
  return fitLabel(labels, width, height - BAR_ROOM);
}
