import {
  formatCount,
  formatFine,
  formatMean,
  formatMoneyExact,
  formatShare,
  formatSignificant,
} from '../../../format/numbers';
import { formatDays } from '../../../format/scores';
import { t } from '../../../language/t';

const FORMATS: Record<string, (value: number) => string> = {
  days: formatDays,
  money: formatMoneyExact,
  share: formatShare,
  stars: (value) => t('churn.ofFive', '{{stars}} of 5', { stars: formatMean(value) }),
  count: (value) => (Number.isInteger(value) ? formatCount(value) : formatFine(value)),
};

/** A feature's value in its unit; "not known" where the customer has none. */
export function formatFeature(value: number | null, unit: string): string {
  if (value === null) return t('churn.notKnown', 'not known');
  const format = FORMATS[unit] ?? formatSignificant;
  return format(value);
}
