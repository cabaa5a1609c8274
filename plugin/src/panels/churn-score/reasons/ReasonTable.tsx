import React from 'react';
import { t } from '../../../language/t';
import { FactTable } from '../frame/FactTable';
import { formatPoints } from '../../../format/scores';
import type { Steps } from './steps';
import { formatFeature } from './wording';
import { formatDecimal } from '../../../format/numbers';

/** The reasons as a table: what the customer has, what is typical, and what the difference does to the score. */
export function ReasonTable({ steps }: { steps: Steps }) {
  const share = (value: number) => `${formatDecimal(value * 100, steps.decimals)}%`;
  const rows = [
    [t('churn.averageCustomer', 'Average customer'), '', '', share(steps.base)],
    ...steps.steps.map(({ label, reason, shown }) => [
      label,
      reason ? formatFeature(reason.value, reason.unit) : '',
      reason ? formatFeature(reason.typical, reason.unit) : '',
      formatPoints(shown, steps.decimals),
    ]),
    [t('churn.thisCustomer', 'This customer'), '', '', share(steps.total)],
  ];
  return (
    <FactTable
      label={t('churn.reasons.label', 'Reasons')}
      heads={[
        t('churn.reasons.feature', 'Feature'),
        t('churn.list.customer', 'Customer'),
        t('churn.reasons.typical', 'Typical'),
        t('churn.reasons.pointsColumn', 'Points'),
      ]}
      rows={rows}
    />
  );
}
