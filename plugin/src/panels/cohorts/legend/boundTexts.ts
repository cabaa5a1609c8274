import type { CohortMeasure } from '@contract';
import { t } from '../../../language/t';
import { formatCountShort, formatFine, formatMoney, formatShare } from '../../../format/numbers';
import type { Classes } from '../scale/classes';

/** What each class holds, in words: `to 0.2%`, …, `over 1.0%`. */
export function boundTexts({ bounds }: Classes, measure: CohortMeasure): string[] {
  const last = bounds.at(-1);
  if (last === undefined) return [];
  const fine = bounds.some((bound) => Math.abs(bound * 1_000 - Math.round(bound * 1_000)) > 1e-9);
  const write = (bound: number): string => {
    if (measure === 'customers') return formatCountShort(bound);
    if (measure === 'revenue') return formatMoney(bound);
    return fine ? `${formatFine(bound * 100)}%` : formatShare(bound);
  };
  return [
    ...bounds.map((bound) => t('cohorts.legend-to', 'to {{value}}', { value: write(bound) })),
    t('cohorts.legend-over', 'over {{value}}', { value: write(last) }),
  ];
}
