import React from 'react';
import { FactTable } from '../frame/FactTable';
import { formatPoints } from '../../../format/scores';
import type { Steps } from './steps';
import { formatFeature } from './wording';

/** The reasons as a table: what the customer has, what is typical, and what the difference does to the score. */
export function ReasonTable({ steps }: { steps: Steps }) {
  const share = (value: number) => `${(value * 100).toFixed(steps.decimals)}%`;
  const rows = [
    ['Average customer', '', '', share(steps.base)],
    ...steps.steps.map(({ label, reason, shown }) => [
      label,
      reason ? formatFeature(reason.value, reason.unit) : '',
      reason ? formatFeature(reason.typical, reason.unit) : '',
      formatPoints(shown, steps.decimals),
    ]),
    ['This customer', '', '', share(steps.total)],
  ];
  return <FactTable label="Reasons" heads={['Feature', 'Customer', 'Typical', 'Points']} rows={rows} />;
}
