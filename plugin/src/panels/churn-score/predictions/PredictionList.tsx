import { type FeatureValues } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatMoment } from '../../../format/dates';
import { formatProbability } from '../../../format/scores';
import { t } from '../../../language/t';
import { formatFeature } from '../reasons/wording';
import type { Prediction } from './prediction';
import { bandText } from '../../../language/names';

interface Props {
  predictions: readonly Prediction[];
  /** Tries the same changes again. */
  onApply: (changes: FeatureValues) => void;
  onClear: () => void;
}

/** What this viewer has tried before, the latest first. */
export function PredictionList({ predictions, onApply, onClear }: Props) {
  const styles = useStyles2(getStyles);
  if (predictions.length === 0) return null;
  return (
    <div>
      <div className={styles.head}>
        <h4 className={styles.title}>{t('churn.whatif.own', 'Your what-ifs')}</h4>
        <Button size="sm" variant="secondary" fill="text" onClick={onClear}>
          {t('churn.whatif.clear', 'Clear')}
        </Button>
      </div>
      <p className={styles.note}>{t('churn.whatif.kept', 'Kept in this browser only.')}</p>
      <ul className={styles.list}>
        {predictions.map((prediction) => (
          <li key={prediction.id}>
            <button
              type="button"
              className={styles.entry}
              title={t('churn.whatif.again', '{{moment}}. Click to try it again.', {
                moment: formatMoment(new Date(prediction.at).toISOString()),
              })}
              onClick={() => onApply(valuesOf(prediction))}
            >
              {prediction.changes.map(changeText).join('; ')}
            </button>
            <span className={styles.result}>
              {formatProbability(prediction.before)} → {formatProbability(prediction.after)}{' '}
              <span
                style={{ color: bandText(prediction.band).color }}
                role="img"
                aria-label={bandText(prediction.band).label}
                title={bandText(prediction.band).label}
              >
                {bandText(prediction.band).sign}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function changeText({ label, unit, from, to }: Prediction['changes'][number]): string {
  return `${label} ${formatFeature(from, unit)} → ${formatFeature(to, unit)}`;
}

function valuesOf({ changes }: Prediction): FeatureValues {
  return Object.fromEntries(changes.map(({ feature, to }) => [feature, to]));
}

const getStyles = (theme: GrafanaTheme2) => {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    head: css({ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }),
    title: css(small, { margin: 0, fontWeight: theme.typography.fontWeightMedium }),
    note: css(small, { margin: 0, color: theme.colors.text.secondary }),
    list: css(small, {
      display: 'grid',
      gap: theme.spacing(0.5),
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      listStyle: 'none',
      li: { display: 'flex', justifyContent: 'space-between', gap: theme.spacing(2) },
    }),
    entry: css(small, {
      padding: 0,
      border: 'none',
      background: 'transparent',
      color: theme.colors.text.link,
      textAlign: 'left',
      '&:hover': { textDecoration: 'underline' },
    }),
    result: css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  };
};
