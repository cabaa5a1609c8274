import type { WorkProgress } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { Elapsed } from '../../components/status/Elapsed';
import { percentOf, ProgressBar } from '../../components/status/ProgressBar';
import { stepText } from '../../language/names';

interface Props extends WorkProgress {
  /** What is under way. */
  label: string;
}

/** How far something in the background has come. */
export function Progress({ label, step, share, seconds }: Props) {
  const styles = useStyles2(getStyles);
  const percent = percentOf(share);
  return (
    <div className={styles.box} role="status">
      <div>
        {label} <strong>{percent}%</strong>, {stepText(step)} <Elapsed seconds={seconds} />
      </div>
      <ProgressBar label={label} percent={percent} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'grid', gap: theme.spacing(1) }),
});
