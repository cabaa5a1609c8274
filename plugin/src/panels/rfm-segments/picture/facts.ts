import { formatCount, formatFine, formatMean, formatMoneyExact, formatShare } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { GridCell, SegmentRow, SegmentsModel } from '../data/model';
import type { Fact } from './tile';

/** The exact figures of a segment, named. */
export function segmentFacts(row: SegmentRow): Fact[] {
  return [
    {
      name: t('segments.customers', 'Customers'),
      value: `${formatCount(row.customers)} (${formatShare(row.customerShare)})`,
    },
    {
      name: t('segments.revenue', 'Revenue'),
      value: `${formatMoneyExact(row.revenue)} (${formatShare(row.revenueShare)})`,
    },
    { name: t('segments.churned', 'Churned'), value: formatShare(row.churnedShare) },
    { name: t('segments.lastPurchase', 'Last purchase, mean'), value: days(row.meanRecencyDays) },
    { name: t('segments.purchaseDays', 'Days with a purchase, mean'), value: formatFine(row.meanFrequency) },
    { name: t('segments.paid', 'Paid per customer, mean'), value: formatMoneyExact(row.meanMonetary) },
  ];
}

/** The exact figures of one cell of the grid of scores, named. */
export function cellFacts(cell: GridCell, { cells }: SegmentsModel): Fact[] {
  const all = (cells ?? []).reduce((sum, one) => sum + one.customers, 0);
  const revenue = (cells ?? []).reduce((sum, one) => sum + one.revenue, 0);
  return [
    {
      name: t('segments.recencyScore', 'Recency score'),
      value: t('segments.ofFive', '{{score}} of 5', { score: cell.recency }),
    },
    {
      name: t('segments.frequencyScore', 'Frequency score'),
      value: t('segments.ofFive', '{{score}} of 5', { score: cell.frequency }),
    },
    {
      name: t('segments.customers', 'Customers'),
      value: `${formatCount(cell.customers)} (${formatShare(ratio(cell.customers, all))})`,
    },
    {
      name: t('segments.revenue', 'Revenue'),
      value: `${formatMoneyExact(cell.revenue)} (${formatShare(ratio(cell.revenue, revenue))})`,
    },
  ];
}

/** Facts as one sentence for a screen reader. */
export function describe(segment: string, meaning: string, facts: readonly Fact[]): string {
  return `${segment}: ${meaning}. ${facts.map(({ name, value }) => `${name} ${value}`).join('; ')}.`;
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function days(value: number | null): string {
  return value === null ? formatMean(value) : t('segments.daysAgo', '{{days}} days ago', { days: formatMean(value) });
}
