import { cityName } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../../format/dates';
import { t } from '../../../language/t';
import { CustomerName } from '../frame/CustomerName';
import type { ScoreModel } from '../data/model';
import { BandChip } from './BandChip';
import { segmentText } from '../../../language/names';

interface Props {
  model: ScoreModel;
  customerLink: (id: string) => string | undefined;
  width: number;
  narrow: boolean;
}

/** The answer first, in a sentence, with who it is about. */
export function Headline({ model, customerLink, width, narrow }: Props) {
  const styles = useStyles2(getStyles);
  const { score, customer, asOf } = model;
  const facts = customer
    ? [
        segmentText(customer.segment),
        [cityName(customer.city), customer.state].filter(Boolean).join(', '),
        statusText(customer.status),
      ]
    : [t('churn.byFeatures', 'A customer described by features alone')];
  return (
    <div className={styles.header} style={{ width }}>
      <div className={styles.line}>
        <BandChip band={score.band} />
        {customer && <CustomerName id={customer.id} links={customer.links} href={customerLink(customer.id)} />}
        <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
        {asOf && <span className={styles.day}>{t('churn.asOf', 'As of {{day}}', { day: formatDay(asOf) })}</span>}
      </div>
      {score.sentence && <p className={narrow ? styles.narrow : styles.sentence}>{score.sentence}</p>}
    </div>
  );
}

/** Whether a customer still buys, as the reader says it; another status stays as it is. */
function statusText(status: string): string {
  if (status === 'active') return t('churn.status.active', 'active');
  return status === 'churned' ? t('churn.status.churned', 'churned') : status;
}

const getStyles = (theme: GrafanaTheme2) => {
  const sentence = { margin: 0, maxWidth: 900, fontWeight: theme.typography.fontWeightMedium, lineHeight: 1.35 };
  return {
    header: css({ display: 'grid', gap: theme.spacing(1) }),
    line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1.5) }),
    facts: css({ color: theme.colors.text.secondary, '&::first-letter': { textTransform: 'uppercase' } }),
    day: css({
      marginLeft: 'auto',
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
    }),
    sentence: css(sentence, { fontSize: 22 }),
    narrow: css(sentence, { fontSize: 17 }),
  };
};
