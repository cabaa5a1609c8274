import type { ValueBasis, ValueClass } from '@contract';
import { bandText } from '../../language/names';
import { t } from '../../language/t';
import type { Facts } from '../../components/picture/facts';
import { formatCount, formatMoney, formatMoneyExact, formatShare } from '../../format/numbers';
import { formatProbability } from '../../format/scores';
import type { Bounds, ValueCell, ValueModel } from './data/model';
import type { Measure } from './options';

export function classText(value: ValueClass): string {
  if (value === 'high_value') return t('value.class.high', 'High value');
  return value === 'medium_value' ? t('value.class.medium', 'Medium value') : t('value.class.low', 'Low value');
}

/** What belongs to a class: `R$ 183.27 and more`. */
export function boundsText({ from, to }: Bounds): string {
  if (from !== null && to === null) return t('value.bounds.from', '{{from}} and more', { from: formatMoney(from) });
  if (from === null && to !== null) return t('value.bounds.below', 'below {{to}}', { to: formatMoney(to) });
  if (from === null || to === null) return '';
  return t('value.bounds.between', '{{from}} to {{to}}', { from: formatMoney(from), to: formatMoney(to) });
}

export function basisText(basis: ValueBasis): string {
  return basis === 'monetary'
    ? t('value.basis.paid', 'Value: what they have paid so far')
    : t('value.basis.if-returns', 'Value: revenue to expect should they return');
}

export function measureText(measure: Measure): string {
  if (measure === 'atRisk') return t('value.measure.at-risk', 'At stake');
  return measure === 'customers'
    ? t('value.measure.customers', 'Customers')
    : t('value.measure.revenue', 'Paid so far');
}

/** A cell's name: `High value, high risk`. */
export const cellText = ({ value, band }: Pick<ValueCell, 'value' | 'band'>): string =>
  t('value.cell', '{{value}}, {{band}}', { value: classText(value), band: bandText(band).label.toLowerCase() });

/** A cell's amount of a measure, short. */
export function amountText(cell: ValueCell, measure: Measure): string {
  return measure === 'customers' ? formatCount(cell.customers) : formatMoney(cell[measure]);
}

/** The sentence that names the cell to act on first, and why. */
export function summaryText({ cells, horizonDays }: ValueModel): string {
  const first = cells.find(({ priority }) => priority === 1);
  if (!first) return t('value.summary.none', 'Nothing is at stake among these customers.');
  const values = {
    cell: cellText(first),
    count: first.customers,
    customers: formatCount(first.customers),
    amount: formatMoney(first.atRisk),
    each: formatMoney(first.atRisk / Math.max(1, first.customers)),
    share: formatShare(first.atRiskShare),
    days: horizonDays,
  };
  return horizonDays === null
    ? t(
        'value.summary.open',
        'Act first: {{cell}} – {{amount}} at stake ({{share}} of all), {{customers}} customers with {{each}} each.',
        {
          ...values,
          defaultValue_one: 'Act first: {{cell}} – {{amount}} at stake ({{share}} of all), one customer.',
        },
      )
    : t(
        'value.summary.first',
        'Act first: {{cell}} – {{amount}} at stake in the next {{days}} days ({{share}} of all), {{customers}} customers with {{each}} each.',
        {
          ...values,
          defaultValue_one:
            'Act first: {{cell}} – {{amount}} at stake in the next {{days}} days ({{share}} of all), one customer.',
        },
      );
}

/** All that a cell says when it is pointed at. */
export function cellFacts(cell: ValueCell): Facts {
  const withShare = (amount: string, share: number): string => `${amount} (${formatShare(share)})`;
  return {
    title: cellText(cell),
    text: boundsText(cell),
    facts: [
      {
        name: t('value.fact.customers', 'Customers'),
        value: withShare(formatCount(cell.customers), cell.customerShare),
      },
      { name: t('value.fact.at-risk', 'At stake'), value: withShare(formatMoneyExact(cell.atRisk), cell.atRiskShare) },
      {
        name: t('value.fact.paid', 'Paid so far'),
        value: withShare(formatMoneyExact(cell.revenue), cell.revenueShare),
      },
      { name: t('value.fact.expected', 'Expected all the same'), value: formatMoneyExact(cell.expected) },
      { name: t('value.fact.churn', 'Churn probability, mean'), value: formatProbability(cell.churn) },
      {
        name: t('value.fact.priority', 'To act on'),
        value:
          cell.priority === null
            ? t('value.fact.never', 'nothing at stake')
            : t('value.fact.rank', 'number {{rank}}', { rank: formatCount(cell.priority) }),
      },
    ],
  };
}
