import type { CohortPeriod } from '@contract';
import { t } from '../../../language/t';
import { formatCount, formatMoney, formatShare } from '../../../format/numbers';
import type { CohortsModel, Together } from '../data/model';
import { fineShare } from '../wording';

/** Later periods that are told of, the first that all the data knows. */
const LATER: Record<CohortPeriod, readonly number[]> = { month: [6, 3, 2], week: [12, 8, 4, 2] };

/** What the cohorts say: how many came back soon and how many later, and, unless it must be brief, what that is worth. */
export function summaryOf({ cohorts, together, grain }: CohortsModel, brief = false): string {
  const size = cohorts.reduce((sum, one) => sum + one.customers, 0);
  const customers = formatCount(size);
  const soon = together.find(({ period }) => period === 1);
  if (!soon && size === 1) return t('cohorts.summary.one', '1 customer; none of the later periods is over yet.');
  if (!soon)
    return t('cohorts.summary.none', '{{customers}} customers; none of the later periods is over yet.', { customers });
  const later = LATER[grain]
    .map((period) => together.find((one) => one.period === period))
    .find((one) => one !== undefined);
  return [
    soonText(soon, grain, size),
    ...(later ? [laterText(later, grain)] : []),
    ...(brief ? [] : [moneyText(together)]),
  ].join(' ');
}

function soonText({ retention }: Together, grain: CohortPeriod, count: number): string {
  const values = { share: fineShare(retention), customers: formatCount(count), count };
  return grain === 'month'
    ? t(
        'cohorts.summary.month',
        'Of {{customers}} new customers, {{share}} bought again in the month after their first purchase.',
        {
          ...values,
          defaultValue_one:
            'Of {{customers}} new customer, {{share}} bought again in the month after the first purchase.',
        },
      )
    : t(
        'cohorts.summary.week',
        'Of {{customers}} new customers, {{share}} bought again in the week after their first purchase.',
        {
          ...values,
          defaultValue_one:
            'Of {{customers}} new customer, {{share}} bought again in the week after the first purchase.',
        },
      );
}

function laterText({ period, retention }: Together, grain: CohortPeriod): string {
  const values = { share: fineShare(retention), period };
  return grain === 'month'
    ? t('cohorts.summary.later-month', 'In month {{period}} it was {{share}}.', values)
    : t('cohorts.summary.later-week', 'In week {{period}} it was {{share}}.', values);
}

function moneyText(together: readonly Together[]): string {
  const all = together.reduce((sum, { revenue }) => sum + revenue, 0);
  const back = together.filter(({ period }) => period > 0).reduce((sum, { revenue }) => sum + revenue, 0);
  return t('cohorts.summary.money', 'What they paid in later periods is {{money}}, {{share}} of all they paid.', {
    money: formatMoney(back),
    share: formatShare(all > 0 ? back / all : null),
  });
}
