import type { CohortPeriod } from '@contract';
import { t } from '../../../language/t';
import { formatCount } from '../../../format/numbers';
import { periodText } from '../../../format/periods';
import type { LifecycleModel, Step } from '../data/model';

/** What the last whole month or week brought, in a sentence; that of one that still runs where there is no other. */
export function summaryOf({ steps, grain }: LifecycleModel): string {
  const step = steps.findLast(({ complete }) => complete) ?? steps.at(-1);
  return step ? `${camePart(step, grain)} ${changePart(step)}` : '';
}

function camePart({ day, counts }: Step, grain: CohortPeriod): string {
  const values = {
    period: periodText(day, grain),
    new: formatCount(counts.new),
    returning: formatCount(counts.returning),
    reactivated: formatCount(counts.reactivated),
    dormant: formatCount(counts.dormant),
  };
  return grain === 'month'
    ? t(
        'lifecycle.summary.month',
        '{{period}}: {{new}} new customers, {{returning}} returned, {{reactivated}} came back from dormancy, {{dormant}} went dormant.',
        values,
      )
    : t(
        'lifecycle.summary.week',
        'Week of {{period}}: {{new}} new customers, {{returning}} returned, {{reactivated}} came back from dormancy, {{dormant}} went dormant.',
        values,
      );
}

function changePart({ net }: Step): string {
  const customers = formatCount(Math.abs(net));
  if (net === 0) return t('lifecycle.summary.same', 'The number of active customers stayed the same.');
  return net > 0
    ? t('lifecycle.summary.more', 'The shop has {{customers}} more active customers than before.', { customers })
    : t('lifecycle.summary.fewer', 'The shop has {{customers}} fewer active customers than before.', { customers });
}
