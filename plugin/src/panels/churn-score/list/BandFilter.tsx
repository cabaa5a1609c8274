import { RISK_BANDS, type RiskBand } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { ScoreRow } from '../data/model';
import { bandText } from '../../../language/names';

interface Props {
  rows: readonly ScoreRow[];
  chosen: readonly RiskBand[];
  short: boolean;
  onChoose: (bands: RiskBand[]) => void;
}

/** Narrows the list to some bands. None chosen: all are shown. */
export function BandFilter({ rows, chosen, short, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const toggle = (band: RiskBand) =>
    onChoose(chosen.includes(band) ? chosen.filter((one) => one !== band) : [...chosen, band]);
  return (
    <div className={styles.chips} role="group" aria-label={t('churn.list.only', 'Show only')}>
      {RISK_BANDS.map((band) => {
        const { label, sign, color, meaning } = bandText(band);
        const count = rows.filter((row) => row.band === band).length;
        const pressed = chosen.includes(band);
        return (
          <button
            key={band}
            type="button"
            className={styles.chip}
            aria-pressed={pressed}
            title={meaning}
            style={pressed ? { borderColor: color, backgroundColor: `${color}26` } : undefined}
            disabled={count === 0 && !pressed}
            onClick={() => toggle(band)}
          >
            <span aria-hidden="true" style={{ color }}>
              {sign}
            </span>
            <span className={short ? styles.unseen : undefined}>{`${label} `}</span>
            <span className={styles.count}>{formatCount(count)}</span>
          </button>
        );
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  chips: css({ display: 'flex', gap: theme.spacing(1) }),
  chip: css({
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    height: 24,
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: 999,
    background: 'transparent',
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
    '&:hover:enabled': { background: theme.colors.action.hover },
    '&:disabled': { opacity: 0.5 },
  }),
  // Still read aloud: the name of a band is what its sign stands for.
  unseen: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
