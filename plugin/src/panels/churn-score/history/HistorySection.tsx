import React from 'react';
import { formatDayOf } from '../../../format/dates';
import { formatProbability } from '../../../format/scores';
import { t } from '../../../language/t';
import type { HistoryPoint } from '../data/model';
import { FactTable } from '../frame/FactTable';
import { Section } from '../frame/Section';
import { HistoryChart } from './HistoryChart';

interface Props {
  points: readonly HistoryPoint[];
  width: number;
}

/** How the score has come to be what it is, month by month. */
export function HistorySection({ points, width }: Props) {
  const rows = points
    .toReversed()
    .map(({ time, churn, baseRate }) => [formatDayOf(time), formatProbability(churn), formatProbability(baseRate)]);
  return (
    <Section
      title={t('churn.history.title', 'Past scores')}
      hint={t(
        'churn.history.hint',
        "Churn probability at the end of each month since the first order, by today's model.",
      )}
      width={width}
      table={
        <FactTable
          label={t('churn.history.title', 'Past scores')}
          heads={[
            t('churn.history.monthEnd', 'Month end'),
            t('churn.thisCustomer', 'This customer'),
            t('churn.average', 'Average'),
          ]}
          rows={rows}
        />
      }
    >
      {(inner) => <HistoryChart points={points} width={inner} />}
    </Section>
  );
}
