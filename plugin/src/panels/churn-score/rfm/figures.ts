import { formatCount, formatMoney, formatMoneyExact } from '../../../format/numbers';
import { formatDays } from '../../../format/scores';
import { t } from '../../../language/t';
import type { Bucket, Figure, Standing } from '../data/model';

interface FigureStyle {
  label: string;
  format: (value: number | null) => string;
  /** Edges of buckets, short. */
  edge: (value: number) => string;
  /** The last edge, with a unit where it needs one. */
  end: (value: number) => string;
  /** A bucket, given its edges as a text. @param count of what it holds, where that is but one value */
  bucket: (edges: string, count: number) => string;
}

/** How a figure is written. */
export function figureStyle(figure: Figure): FigureStyle {
  return STYLES[figure]();
}

const STYLES: Record<Figure, () => FigureStyle> = {
  recency_days: () => ({
    label: t('churn.rfm.recency', 'Recency'),
    format: (value) => (value === null ? '–' : t('churn.rfm.ago', '{{days}} ago', { days: formatDays(value) })),
    edge: formatCount,
    end: formatDays,
    bucket: (edges, count) =>
      t('churn.rfm.daysAgo', '{{days}} days ago', { days: edges, count, defaultValue_one: '{{days}} day ago' }),
  }),
  frequency: () => ({
    label: t('churn.rfm.frequency', 'Frequency'),
    format: (value) =>
      value === null ? '–' : t('churn.rfm.withPurchase', '{{days}} with a purchase', { days: formatDays(value) }),
    edge: formatCount,
    end: formatDays,
    bucket: (edges, count) =>
      t('churn.rfm.daysWithPurchase', '{{days}} days with a purchase', {
        days: edges,
        count,
        defaultValue_one: '{{days}} day with a purchase',
      }),
  }),
  monetary: () => ({
    label: t('churn.rfm.monetary', 'Monetary value'),
    format: formatMoneyExact,
    edge: formatMoney,
    end: formatMoney,
    bucket: (edges) => edges,
  }),
};

/** Where the customer stands, in words: `Spent more than 84% of all customers; than 51% of the segment.` */
export function standingText(figure: Figure, { amongAll, inSegment }: Standing): string {
  const others = [
    amongAll === null ? '' : t('churn.rfm.ofAll', '{{percent}} of all customers', { percent: wholePercent(amongAll) }),
    inSegment === null
      ? ''
      : t('churn.rfm.ofSegment', '{{percent}} of the segment', { percent: wholePercent(inSegment) }),
  ].filter(Boolean);
  return others.length === 0 ? '' : BETTER[figure](others.join(t('churn.rfm.than', '; than ')));
}

/** What a customer who does better than others has done. */
const BETTER: Record<Figure, (others: string) => string> = {
  recency_days: (others) => t('churn.rfm.moreRecent', 'Bought more recently than {{others}}.', { others }),
  frequency: (others) => t('churn.rfm.moreOften', 'Bought more often than {{others}}.', { others }),
  monetary: (others) => t('churn.rfm.moreSpent', 'Spent more than {{others}}.', { others }),
};

/** Any number of which texts speak in the plural. */
const SEVERAL = 2;

/** Which values a bucket holds, with the unit. */
export function bucketText(figure: Figure, { from, to }: Bucket): string {
  const { edge, bucket } = figureStyle(figure);
  const isSingle = from === to || (figure === 'frequency' && to === from + 1);
  return bucket(
    isSingle ? edge(from) : t('churn.rfm.fromTo', '{{from}} to {{to}}', { from: edge(from), to: edge(to) }),
    isSingle ? from : SEVERAL,
  );
}

/** Whole per cent, but never all or nothing where a few are left. */
function wholePercent(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return t('churn.rfm.over', 'over 99%');
  return percent === 0 && share > 0 ? t('churn.rfm.under', 'under 1%') : `${percent}%`;
}
