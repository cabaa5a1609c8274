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
    new: t('lifecycle.summary.new', '{{all}} new customers', {
      ...counted(counts.new),
      defaultValue_one: '{{all}} new customer',
    }),
    returning: t('lifecycle.summary.returning', '{{all}} returned', counted(counts.returning)),
    reactivated: t('lifecycle.summary.reactivated', '{{all}} came back from dormancy', counted(counts.reactivated)),
    dormant: t('lifecycle.summary.dormant', '{{all}} went dormant', counted(counts.dormant)),
  };
  return grain === 'month'
    ? t('lifecycle.summary.month', '{{period}}: {{new}}, {{returning}}, {{reactivated}}, {{dormant}}.', values)
    : t('lifecycle.summary.week', 'Week of {{period}}: {{new}}, {{returning}}, {{reactivated}}, {{dormant}}.', values);
}

function changePart({ net }: Step): string {
  if (net === 0) return t('lifecycle.summary.same', 'The number of active customers stayed the same.');
  return net > 0
    ? t('lifecycle.summary.more', 'The shop has {{all}} more active customers than before.', {
        ...counted(net),
        defaultValue_one: 'The shop has {{all}} more active customer than before.',
      })
    : t('lifecycle.summary.fewer', 'The shop has {{all}} fewer active customers than before.', {
        ...counted(-net),
        defaultValue_one: 'The shop has {{all}} active customer less than before.',
      });
}

/** What a text about so many customers needs: the number as it is written, and to choose singular or plural by. */
const counted = (count: number) => ({ all: formatCount(count), count });
