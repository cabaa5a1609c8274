import type { Spot } from '../../../components/picture/SpotPicture';
import { formatPoints } from '../../../format/scores';
import { t } from '../../../language/t';
import { changeStyle } from '../score/changeStyle';
import type { Step, Steps } from './steps';
import { formatFeature } from './wording';
import { formatDecimal } from '../../../format/numbers';

/** What the rows of the waterfall say. */
export function stepSpots({ base, total, steps, decimals, others }: Steps, width: number, rowHeight: number): Spot[] {
  const row = (index: number) => ({ left: 0, top: index * rowHeight, width, height: rowHeight });
  const share = (value: number) => `${formatDecimal(value * 100, decimals)}%`;
  return [
    {
      ...row(0),
      key: 'base',
      title: t('churn.averageCustomer', 'Average customer'),
      facts: [{ name: t('churn.probability', 'Churn probability'), value: share(base) }],
    },
    ...steps.map((step, index) => ({ ...row(index + 1), ...stepSpot(step, decimals, others) })),
    {
      ...row(steps.length + 1),
      key: 'total',
      title: t('churn.thisCustomer', 'This customer'),
      text: t('churn.reasons.total', 'The average customer and all reasons together.'),
      facts: [{ name: t('churn.probability', 'Churn probability'), value: share(total) }],
    },
  ];
}

function stepSpot({ key, label, reason, shown }: Step, decimals: number, others: number) {
  const effect = {
    name: t('churn.reasons.effect', 'Changes the churn probability ({{meaning}})', {
      meaning: changeStyle(shown).meaning,
    }),
    value: t('churn.reasons.points', '{{points}} points', { points: formatPoints(shown, decimals) }),
  };
  if (!reason)
    return {
      key,
      title: label,
      text: t('churn.reasons.others', '{{others}} features that weigh less, together.', { others }),
      facts: [effect],
    };
  return {
    key,
    title: label,
    text: reason.sentence,
    facts: [
      { name: t('churn.thisCustomer', 'This customer'), value: formatFeature(reason.value, reason.unit) },
      { name: t('churn.reasons.typical', 'Typical'), value: formatFeature(reason.typical, reason.unit) },
      effect,
    ],
  };
}
