import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  icon?: ReactNode;
  /** Errors are announced to screen readers at once. */
  role?: 'status' | 'alert';
  /** Of the panel's inside, in px: where it is low, the words matter more than the icon. */
  height?: number;
  children: ReactNode;
}

/** Lower than this, four lines and an icon do not fit. */
const LOW = 130;

/** A few words in the middle of a panel, where a picture would be. */
export function Message({ icon, role = 'status', height = LOW, children }: Props) {
  const styles = useStyles2(getStyles);
  const isLow = height < LOW;
  return (
    <div className={cx(styles.box, isLow && styles.low)} role={role}>
      {isLow ? null : icon}
      <div className={styles.text}>{children}</div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    // What is too high begins at its top, where it can be scrolled to.
    justifyContent: 'safe center',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    textAlign: 'center',
    color: theme.colors.text.secondary,
    overflow: 'auto',
  }),
  low: css({ ...theme.typography.bodySmall, padding: theme.spacing(0, 1) }),
  text: css({ maxWidth: 480 }),
});
