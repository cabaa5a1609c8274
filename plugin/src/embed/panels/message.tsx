import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  icon?: ReactNode;
  /** Errors are announced to screen readers at once. */
  role?: 'status' | 'alert';
  children: ReactNode;
}

/** A few words in the middle of a panel, where a picture would be. */
export function Message({ icon, role = 'status', children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box} role={role}>
      {icon}
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
    justifyContent: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    textAlign: 'center',
    color: theme.colors.text.secondary,
    overflow: 'auto',
  }),
  text: css({ maxWidth: 480 }),
});
