import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { formatCount, formatMoney, formatShare } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { SegmentRow } from '../data/model';
import type { Size } from '../options';
import { describe, segmentFacts } from '../picture/facts';
import { breakLine, fitLabel, type Line, type PlacedLine } from '../picture/label';
import { nameOf, sizeName, styleOf } from '../picture/segmentStyle';
import type { Tile } from '../picture/tile';

interface Node {
  row?: SegmentRow;
  children?: Node[];
}

const GAP = 3;

/** A tile for each segment, whose area is its customers or its revenue; segments without any have none. */
export function treemapTiles(rows: readonly SegmentRow[], size: Size, width: number, height: number): Tile[] {
  const root = hierarchy<Node>({ children: rows.map((row) => ({ row })) })
    .sum(({ row }) => (row ? Math.max(0, row[size]) : 0))
    .sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const layout = treemap<Node>().tile(treemapSquarify.ratio(1.4)).size([width, height]).paddingInner(GAP);
  return layout(root)
    .leaves()
    .flatMap(({ data: { row }, value, x0, x1, y0, y1 }) => {
      if (!row || !value) return [];
      const facts = segmentFacts(row);
      return [
        {
          key: row.segment,
          segment: row.segment,
          left: x0,
          top: y0,
          width: x1 - x0,
          height: y1 - y0,
          label: labelOf(row, size, x1 - x0, y1 - y0),
          description: describe(nameOf(row.segment), styleOf(row.segment).meaning, facts),
          facts,
        },
      ];
    });
}

function labelOf(row: SegmentRow, size: Size, width: number, height: number): PlacedLine[] {
  const amount = size === 'customers' ? formatCount(row.customers) : formatMoney(row.revenue);
  const share = formatShare(size === 'customers' ? row.customerShare : row.revenueShare);
  const name: Line = { text: nameOf(row.segment), size: 13, weight: 600 };
  const large: Line = { text: amount, size: 22, weight: 500 };
  const ofAll: Line = {
    text: t('segments.shareOf', '{{share}} of {{size}}', { share, size: sizeName(size) }),
    size: 12,
    weight: 400,
  };
  const churned: Line[] =
    row.churnedShare === null
      ? []
      : [
          {
            text: t('segments.churnedShare', '{{share}} churned', { share: formatShare(row.churnedShare) }),
            size: 12,
            weight: 400,
          },
        ];
  const brief: Line = { text: share, size: 12, weight: 400 };
  const small: Line = { ...name, size: 11 };
  return fitLabel(
    [
      [name, large, ofAll, ...churned],
      [name, large, ofAll],
      [name, { ...large, size: 16 }, brief],
      [name, brief],
      [...breakLine(name), { ...large, size: 16 }, brief],
      [...breakLine(name), brief],
      [small, { ...large, size: 16 }, brief],
      [small, { ...brief, size: 11 }],
      [...breakLine(small), { ...brief, size: 11 }],
      [name],
      breakLine(name),
      [small],
      breakLine(small),
    ],
    width,
    height,
  );
}
