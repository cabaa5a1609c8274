import type { Spot } from '../../../components/picture/SpotPicture';
import { formatPoints } from '../../../format/scores';
import { changeStyle } from '../score/changeStyle';
import type { Step, Steps } from './steps';
import { formatFeature } from './wording';

/** What the rows of the waterfall say. */
export function stepSpots({ base, total, steps, decimals, others }: Steps, width: number, rowHeight: number): Spot[] {
  const row = (index: number) => ({ left: 0, top: index * rowHeight, width, height: rowHeight });
  const share = (value: number) => `${(value * 100).toFixed(decimals)}%`;
  return [
    { ...row(0), key: 'base', title: 'Average customer', facts: [{ name: 'Churn probability', value: share(base) }] },
    ...steps.map((step, index) => ({ ...row(index + 1), ...stepSpot(step, decimals, others) })),
    {
      ...row(steps.length + 1),
      key: 'total',
      title: 'This customer',
      text: 'The average customer and all reasons together.',
      facts: [{ name: 'Churn probability', value: share(total) }],
    },
  ];
}

function stepSpot({ key, label, reason, shown }: Step, decimals: number, others: number) {
  const effect = {
    name: `Changes the churn probability (${changeStyle(shown).meaning})`,
    value: `${formatPoints(shown, decimals)} points`,
  };
  if (!reason) return { key, title: label, text: `${others} features that weigh less, together.`, facts: [effect] };
  return {
    key,
    title: label,
    text: reason.sentence,
    facts: [
      { name: 'This customer', value: formatFeature(reason.value, reason.unit) },
      { name: 'Typical', value: formatFeature(reason.typical, reason.unit) },
      effect,
    ],
  };
}
