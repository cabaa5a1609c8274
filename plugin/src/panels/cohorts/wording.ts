import type { CohortMeasure, CohortPeriod } from '@contract';
import { t } from '../../language/t';
import {
  formatCount,
  formatCountShort,
  formatFine,
  formatMean,
  formatMoneyExact,
  formatShare,
} from '../../format/numbers';

export function measureText(measure: CohortMeasure): string {
  if (measure === 'retention') return t('cohorts.measure.retention', 'Retention');
  if (measure === 'customers') return t('cohorts.measure.customers', 'Customers');
  return t('cohorts.measure.revenue', 'Revenue');
}

/** How long after the first purchase: `3 months later`. */
export function laterText(periods: number, grain: CohortPeriod): string {
  if (periods === 0) {
    return grain === 'month'
      ? t('cohorts.later.same-month', 'month of the first purchase')
      : t('cohorts.later.same-week', 'week of the first purchase');
  }
  const count = periods;
  return grain === 'month'
    ? t('cohorts.later.months', '{{count}} months later', { count, defaultValue_one: '{{count}} month later' })
    : t('cohorts.later.weeks', '{{count}} weeks later', { count, defaultValue_one: '{{count}} week later' });
}

/** What the numbers over the columns count. */
export const sinceText = (grain: CohortPeriod): string =>
  grain === 'month'
    ? t('cohorts.since.months', 'Months since the first purchase')
    : t('cohorts.since.weeks', 'Weeks since the first purchase');

/** A share with two decimals where one would hide the differences: `0.45%`, `12.0%`. */
export const fineShare = (share: number): string =>
  share > 0 && share < 0.1 ? `${formatFine(share * 100)}%` : formatShare(share);

/** A value of a measure to the last digit that matters. */
export function exactText(value: number, measure: CohortMeasure): string {
  if (measure === 'retention') return fineShare(value);
  return measure === 'customers' ? formatCount(value) : formatMoneyExact(value);
}

/** The same as short as a small cell needs it, without its unit. */
export function shortText(value: number, measure: CohortMeasure): string {
  if (value === 0) return '0';
  if (measure !== 'retention') return formatCountShort(value);
  return value < 0.1 ? formatFine(value * 100) : formatMean(value * 100);
}
