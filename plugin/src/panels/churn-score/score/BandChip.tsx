import type { RiskBand } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { bandText } from '../../../language/names';

interface Props {
  band: RiskBand;
  small?: boolean;
}

/** A risk band with its sign, name and colour. The colour is a border and a sign, so that the name can be read on any theme. */
export function BandChip({ band, small = false }: Props) {
  const styles = useStyles2(getStyles);
  const { color, sign, label, meaning } = bandText(band);
  return (
    <span
      className={small ? styles.small : styles.chip}
      style={{ borderColor: color, backgroundColor: `${color}26` }}
      title={meaning}
    >
      <span aria-hidden="true" style={{ color }}>
        {sign}
      </span>
      {label}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const chip = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    border: '1px solid',
    borderRadius: 999,
    color: theme.colors.text.primary,
    whiteSpace: 'nowrap',
  } as const;
  return {
    chip: css(chip, { padding: theme.spacing(0.25, 1.25), fontWeight: theme.typography.fontWeightMedium }),
    small: css(chip, { padding: theme.spacing(0, 0.75), fontSize: theme.typography.bodySmall.fontSize }),
  };
};
