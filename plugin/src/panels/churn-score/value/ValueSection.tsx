import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatMoneyExact } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { Score } from '../data/model';
import { Section } from '../frame/Section';

interface Props {
  score: Score;
  width: number;
}

const BESIDE_FROM = 400;

/** What hangs on the customer: revenue should they come back, times the chance of it, times the risk of losing it. */
export function ValueSection({ score, width }: Props) {
  const styles = useStyles2(getStyles);
  const { horizonDays } = score;
  const within = horizonDays === null ? '' : t('churn.valueWithin', 'in {{horizonDays}} days', { horizonDays });
  const figures = [
    {
      name: t('churn.revenueAtRisk', 'Revenue at risk'),
      value: score.revenueAtRisk,
      help: t('churn.revenueAtRiskHelp', 'Value if they return, times the churn probability'),
    },
    {
      name: t('churn.expectedRevenue', 'Expected revenue'),
      value: score.expectedRevenue,
      help: t('churn.expectedRevenueHelp', 'Value if they return, times the chance of it'),
    },
    {
      name: t('churn.valueIfReturns', 'Value if they return'),
      value: score.valueIfReturns,
      help: `${t('churn.wouldSpend', 'What they would spend')} ${within}`.trimEnd(),
    },
  ];
  return (
    <Section title={`${t('churn.value', 'Value')} ${within}`.trimEnd()} width={width}>
      {(inner) => (
        <dl className={inner < BESIDE_FROM ? styles.below : styles.beside}>
          {figures.map(({ name, value, help }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={styles.value}>{formatMoneyExact(value)}</dd>
              <dd className={styles.help}>{help}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const small = { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize };
  const list = {
    display: 'grid',
    margin: 0,
    dt: { ...small, fontWeight: 'normal' },
    dd: { margin: 0 },
  } as const;
  return {
    beside: css(list, { gridTemplateColumns: 'repeat(3, 1fr)', gap: theme.spacing(2) }),
    below: css(list, {
      gap: theme.spacing(1),
      '& > div': { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: theme.spacing(2) },
      'dd:last-of-type': { gridColumn: '1 / -1' },
    }),
    value: css({ fontSize: 20, fontWeight: theme.typography.fontWeightMedium, fontVariantNumeric: 'tabular-nums' }),
    help: css(small),
  };
};
