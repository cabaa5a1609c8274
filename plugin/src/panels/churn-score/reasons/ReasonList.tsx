import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatPoints } from '../../../format/scores';
import { t } from '../../../language/t';
import { changeStyle } from '../score/changeStyle';
import type { Steps } from './steps';

/** The reasons in words, the heaviest first. */
export function ReasonList({ steps }: { steps: Steps }) {
  const styles = useStyles2(getStyles);
  const told = steps.steps.filter(({ reason }) => reason?.sentence);
  if (told.length === 0) return null;
  return (
    <ol className={styles.list} aria-label={t('churn.reasons.words', 'Reasons in words')}>
      {told.map(({ key, reason, shown }) => {
        const { sign, color, meaning } = changeStyle(shown);
        return (
          <li key={key}>
            <span
              style={{ color }}
              role="img"
              aria-label={meaning}
              title={t('churn.reasons.points', '{{points}} points', { points: formatPoints(shown, steps.decimals) })}
            >
              {sign}
            </span>
            <span>{reason?.sentence}</span>
          </li>
        );
      })}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: theme.spacing(1.5, 0, 0),
    padding: 0,
    listStyle: 'none',
    li: { display: 'grid', gridTemplateColumns: '18px 1fr' },
  }),
});
