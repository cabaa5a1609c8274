import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2, type IconName } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  icon: IconName;
  title: string;
  children?: ReactNode;
  width: number;
  height: number;
  /** True for what went wrong, which screen readers then say at once. */
  alert?: boolean;
}

/** Higher panels say it within this height (px): their middle would lie below what a screen shows of them. */
const MOST_HEIGHT = 420;

/** What the panel says when it has nothing to draw, and what to do. */
export function Message({ icon, title, children, width, height, alert = false }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div
      className={styles.message}
      style={{ width, height: Math.min(height, MOST_HEIGHT) }}
      role={alert ? 'alert' : 'status'}
    >
      <Icon name={icon} size="xl" className={styles.icon} aria-hidden="true" />
      <div className={styles.title}>{title}</div>
      {children && <div className={styles.text}>{children}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  message: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    textAlign: 'center',
    overflow: 'auto',
  }),
  icon: css({ color: theme.colors.text.secondary }),
  title: css({ fontWeight: theme.typography.fontWeightMedium }),
  text: css({ maxWidth: 480, color: theme.colors.text.secondary }),
});
