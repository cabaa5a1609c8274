import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatOdds, formatProbability } from '../../../format/scores';
import { t } from '../../../language/t';
import type { Score } from '../data/model';
import { FactTable } from '../frame/FactTable';
import { Section } from '../frame/Section';
import { Scale } from './Scale';

interface Props {
  score: Score;
  width: number;
}

/** Where the customer stands against the average, as a scale and in exact numbers. */
export function ScaleSection({ score, width }: Props) {
  const styles = useStyles2(getStyles);
  const { churn, baseRate, odds, horizonDays } = score;
  const within = horizonDays === null ? '' : t('churn.scale.within', 'within {{horizonDays}} days', { horizonDays });
  const withHorizon = (name: string): string => `${name} ${within}`.trimEnd();
  const rows = [
    [t('churn.probability', 'Churn probability'), formatProbability(churn), formatProbability(baseRate)],
    [withHorizon(t('churn.willBuy', 'Will buy again')), formatProbability(1 - churn), formatProbability(1 - baseRate)],
    [t('churn.oddsAgain', 'Odds of buying again'), formatOdds(odds), formatOdds(1)],
  ];
  return (
    <Section
      title={t('churn.scale.title', 'Against the average customer')}
      width={width}
      table={
        <FactTable
          label={t('churn.scale.label', 'Score')}
          heads={['', t('churn.thisCustomer', 'This customer'), t('churn.average', 'Average')]}
          rows={rows}
        />
      }
    >
      {(inner) => (
        <>
          <Scale score={score} width={inner} />
          <p className={styles.text}>
            {withHorizon(t('churn.probability', 'Churn probability'))} <strong>{formatProbability(churn)}</strong>,{' '}
            {t('churn.scale.average', 'average {{share}}', { share: formatProbability(baseRate) })}.
          </p>
        </>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({
    margin: theme.spacing(1, 0, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    strong: { color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium },
  }),
});
