import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatOdds, formatProbability } from '../../../format/scores';
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
  const within = horizonDays === null ? '' : ` within ${horizonDays} days`;
  const rows = [
    ['Churn probability', formatProbability(churn), formatProbability(baseRate)],
    [`Will buy again${within}`, formatProbability(1 - churn), formatProbability(1 - baseRate)],
    ['Odds of buying again', formatOdds(odds), formatOdds(1)],
  ];
  return (
    <Section
      title="Against the average customer"
      width={width}
      table={<FactTable label="Score" heads={['', 'This customer', 'Average']} rows={rows} />}
    >
      {(inner) => (
        <>
          <Scale score={score} width={inner} />
          <p className={styles.text}>
            Churn probability{within} <strong>{formatProbability(churn)}</strong>, average {formatProbability(baseRate)}
            .
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
