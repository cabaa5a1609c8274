import { returnOdds } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatMoneyExact } from '../../../format/numbers';
import { formatOdds, formatPoints, formatProbability } from '../../../format/scores';
import { t } from '../../../language/t';
import type { Before, Score } from '../data/model';
import { BandChip } from '../score/BandChip';
import { changeStyle } from '../score/changeStyle';
import { Scale } from '../score/Scale';

interface Props {
  before: Before & Partial<Pick<Score, 'revenueAtRisk'>>;
  after: Score;
  width: number;
}

/** What a change does to the score: before, after, and by how much. */
export function Outcome({ before, after, width }: Props) {
  const styles = useStyles2(getStyles);
  const beforeOdds = returnOdds(before.churn, after.baseRate);
  const change = after.churn - before.churn;
  const { sign, color, meaning } = changeStyle(change);
  const rows = [
    {
      name: t('churn.probability', 'Churn probability'),
      from: formatProbability(before.churn),
      to: formatProbability(after.churn),
    },
    { name: t('churn.oddsAgain', 'Odds of buying again'), from: formatOdds(beforeOdds), to: formatOdds(after.odds) },
    {
      name: t('churn.revenueAtRisk', 'Revenue at risk'),
      from: formatMoneyExact(before.revenueAtRisk),
      to: formatMoneyExact(after.revenueAtRisk),
    },
  ].filter(({ from }) => from !== '–');
  return (
    <div className={styles.outcome}>
      <div className={styles.bands}>
        <BandChip band={before.band} />
        <span aria-label={t('churn.whatif.becomes', 'becomes')} role="img">
          →
        </span>
        <BandChip band={after.band} />
        <span>
          <span style={{ color }} aria-hidden="true">
            {sign}
          </span>{' '}
          {t('churn.whatif.change', '{{points}} points: {{meaning}}', { points: formatPoints(change, 2), meaning })}
        </span>
      </div>
      <Scale score={after} width={width} beforeOdds={beforeOdds} />
      <dl className={styles.facts}>
        {rows.map(({ name, from, to }) => (
          <React.Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {from} → <strong>{to}</strong>
            </dd>
          </React.Fragment>
        ))}
      </dl>
      {after.sentence && <p className={styles.sentence}>{after.sentence}</p>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  outcome: css({ display: 'grid', gap: theme.spacing(1) }),
  bands: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    justifyContent: 'start',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    dt: { color: theme.colors.text.secondary, fontWeight: 'normal' },
    dd: { margin: 0, whiteSpace: 'nowrap' },
    strong: { fontWeight: theme.typography.fontWeightMedium },
  }),
  sentence: css({ margin: 0 }),
});
