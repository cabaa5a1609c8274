import { formatCount, formatMoney, formatMoneyExact } from '../../../format/numbers';
import { formatDays } from '../../../format/scores';
import type { Bucket, Figure, Standing } from '../data/model';

interface FigureStyle {
  label: string;
  /** What a customer who does better than others has done. */
  better: string;
  format: (value: number | null) => string;
  /** Edges of buckets, short. */
  edge: (value: number) => string;
  /** The last edge, with a unit where it needs one. */
  end: (value: number) => string;
  /** What stands behind the edges of a bucket. */
  unit: string;
}

export const FIGURE_STYLES: Record<Figure, FigureStyle> = {
  recency_days: {
    label: 'Recency',
    better: 'Bought more recently than',
    format: (value) => (value === null ? '–' : `${formatDays(value)} ago`),
    edge: formatCount,
    end: formatDays,
    unit: ' days ago',
  },
  frequency: {
    label: 'Frequency',
    better: 'Bought more often than',
    format: (value) => (value === null ? '–' : `${formatDays(value)} with a purchase`),
    edge: formatCount,
    end: formatDays,
    unit: ' days with a purchase',
  },
  monetary: {
    label: 'Monetary value',
    better: 'Spent more than',
    format: formatMoneyExact,
    edge: formatMoney,
    end: formatMoney,
    unit: '',
  },
};

/** Where the customer stands, in words: `Spent more than 84% of all customers; than 51% of the segment.` */
export function standingText(figure: Figure, { amongAll, inSegment }: Standing): string {
  const { better } = FIGURE_STYLES[figure];
  const parts = [
    amongAll === null ? '' : `${wholePercent(amongAll)} of all customers`,
    inSegment === null ? '' : `${wholePercent(inSegment)} of the segment`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `${better} ${parts.join('; than ')}.`;
}

/** Which values a bucket holds, with the unit. */
export function bucketText(figure: Figure, { from, to }: Bucket): string {
  const { edge, unit } = FIGURE_STYLES[figure];
  const isSingle = from === to || (figure === 'frequency' && to === from + 1);
  return isSingle ? `${edge(from)}${unit}` : `${edge(from)} to ${edge(to)}${unit}`;
}

/** Whole per cent, but never all or nothing where a few are left. */
function wholePercent(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return 'over 99%';
  return percent === 0 && share > 0 ? 'under 1%' : `${percent}%`;
}
