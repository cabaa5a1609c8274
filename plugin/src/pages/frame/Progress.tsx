import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { stepText } from '../../language/names';

interface Props {
  /** What is under way. */
  label: string;
  /** The step that runs. */
  step: string;
  /** 0 to 1. */
  share: number;
}

/** How far something in the background has come. */
export function Progress({ label, step, share }: Props) {
  const styles = useStyles2(getStyles);
  const percent = Math.round(100 * Math.min(1, Math.max(0, share)));
  return (
    <div className={styles.box} role="status">
      <div>
        {label} <strong>{percent}%</strong>, {stepText(step)}
      </div>
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
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'grid', gap: theme.spacing(1) }),
  track: css({
    height: 6,
    overflow: 'hidden',
    background: theme.colors.border.medium,
    borderRadius: theme.shape.radius.pill,
  }),
  bar: css({ height: '100%', background: theme.colors.primary.main }),
});
