import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What is under way. */
  label: string;
  /** 0 to 100. */
  percent: number;
}

/** The whole per cent of a share, held within 0 and 100. */
export const percentOf = (share: number): number => Math.round(100 * Math.min(1, Math.max(0, share)));

/** A bar that fills. */
export function ProgressBar({ label, percent }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div className={styles.bar} style={{ width: `${percent}%` }} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({
    height: 6,
    overflow: 'hidden',
    background: theme.colors.border.medium,
    borderRadius: theme.shape.radius.pill,
  }),
  bar: css({ height: '100%', background: theme.colors.primary.main }),
});
