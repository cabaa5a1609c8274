import React, { useMemo } from 'react';
import { t } from '../../../language/t';
import type { Reasons } from '../data/model';
import { Section } from '../frame/Section';
import { ReasonList } from './ReasonList';
import { ReasonTable } from './ReasonTable';
import { stepsTo } from './steps';
import { Waterfall } from './Waterfall';

interface Props {
  churn: number;
  reasons: Reasons;
  /** How many features are shown one by one. */
  count: number;
  width: number;
}

/** Why the score is what it is: the features that weigh most, as a picture and in words. */
export function ReasonsSection({ churn, reasons, count, width }: Props) {
  const steps = useMemo(() => stepsTo(churn, reasons, count), [churn, reasons, count]);
  return (
    <Section
      title={t('churn.reasons.title', 'Why this score')}
      hint={t(
        'churn.reasons.hint',
        'Percentage points that each feature adds to the average churn probability, or takes from it.',
      )}
      width={width}
      table={<ReasonTable steps={steps} />}
    >
      {(inner) => (
        <>
          <Waterfall steps={steps} width={inner} />
          <ReasonList steps={steps} />
        </>
      )}
    </Section>
  );
}
