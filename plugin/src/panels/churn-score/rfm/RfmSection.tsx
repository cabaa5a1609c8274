import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount, formatShare } from '../../../format/numbers';
import { t } from '../../../language/t';
import { FIGURES, type Customer, type ScoreModel } from '../data/model';
import { FactTable } from '../frame/FactTable';
import { Section } from '../frame/Section';
import { bucketText, figureStyle, standingText } from './figures';
import { Histogram } from './Histogram';

interface Props {
  customer: Customer;
  histograms: ScoreModel['histograms'];
  width: number;
}

const GAP = 16;
const SIDE_BY_SIDE_FROM = 400;

/** Recency, frequency and monetary value, and where the customer stands among all with each of them. */
export function RfmSection({ customer, histograms, width }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Section
      title={t('churn.rfm.title', 'Recency, frequency, monetary value')}
      width={width}
      table={<RfmTable {...{ customer, histograms }} />}
    >
      {(inner) => {
        const beside = inner >= SIDE_BY_SIDE_FROM;
        const each = beside ? Math.floor((inner - 2 * GAP) / 3) : inner;
        return (
          <div className={styles.figures}>
            {FIGURES.map((figure) => {
              const { label, format } = figureStyle(figure);
              const standing = customer.standing[figure];
              const buckets = histograms[figure];
              return (
                <div key={figure} style={{ width: each }}>
                  <div className={styles.label}>{label}</div>
                  <div className={styles.value}>{format(standing.value)}</div>
                  {buckets && <Histogram figure={figure} buckets={buckets} width={each} />}
                  <div className={styles.label}>{standingText(figure, standing)}</div>
                </div>
              );
            })}
          </div>
        );
      }}
    </Section>
  );
}

function RfmTable({ customer, histograms }: Pick<Props, 'customer' | 'histograms'>) {
  const rows = FIGURES.flatMap((figure) => {
    const { label, format } = figureStyle(figure);
    const { value, amongAll, inSegment } = customer.standing[figure];
    const own = [
      label,
      format(value),
      t('churn.rfm.worse', '{{all}} of all do worse, {{segment}} of the segment', {
        all: formatShare(amongAll),
        segment: formatShare(inSegment),
      }),
    ];
    const buckets = (histograms[figure] ?? []).map((bucket) => [
      bucketText(figure, bucket),
      t('churn.rfm.bucket', '{{customers}} customers', {
        customers: formatCount(bucket.customers),
        count: bucket.customers,
        defaultValue_one: '{{customers}} customer',
      }),
      bucket.own ? t('churn.thisCustomer', 'This customer') : '',
    ]);
    return [own, ...buckets];
  });
  return (
    <FactTable
      label={t('churn.rfm.title', 'Recency, frequency, monetary value')}
      heads={[t('churn.rfm.figure', 'Figure'), t('churn.value', 'Value'), t('churn.rfm.standing', 'Standing')]}
      rows={rows}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  figures: css({ display: 'flex', flexWrap: 'wrap', gap: GAP }),
  label: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  value: css({ fontWeight: theme.typography.fontWeightMedium, marginBottom: theme.spacing(0.5) }),
});
